#include <doctest/doctest.h>

#include <array>
#include <map>
#include <set>

#include "tests/server/operations/dice.h"
#include "tests/server/operations/role_calls.h"

// Random legal changes of roles and rights, held against a model of them.

using namespace emulator;
using namespace emulator::testing;

namespace {

const std::array<std::string, 2> tables{"contact", "BinaryObject"};
const std::array<std::string, 5> values{"", "R", "CR", "CRU", "CRUD"};

/// A type of roles as the documentation tells of it: names and numbers of its relations.
struct RoleKind {
  std::string name;
  std::vector<std::pair<std::string, int>> relations;
  std::vector<std::string> rights;
};

const std::array<RoleKind, 2> kinds{{
    {"Employee",
     {{"MyOwn", 0},
      {"PrimaryGroup", 1},
      {"OtherGroups", 2},
      {"OtherAssociates", 3},
      {"ExternalUser", 4},
      {"Anonymous", 5}},
     {"2", "9", "24", "49"}},
    {"ExternalUser",
     {{"MyOwn", 0},
      {"OtherAssociates", 3},
      {"ExternalUser", 4},
      {"Anonymous", 5},
      {"MyCompany", 6},
      {"SameProject", 7}},
     {"31", "33", "37"}},
}};

struct ModelRole {
  std::size_t kind = 0;
  std::string name;
  bool deleted = false;
  std::set<int> rights;
  std::map<std::string, std::map<std::string, std::string>> cells;  ///< By table and relation.
};

/// The emulator, the model of it, and what may be done to both.
class Roles {
 public:
  explicit Roles(unsigned seed) : dice_(seed) {
    ticket_ = emulator_.login("ADM0", "adm0");
    for (int i = 0; i < 4; ++i) add();
  }

  void step() {
    switch (dice_.below(6)) {
      case 0:
        return add();
      case 1:
        return rename();
      case 2:
        return set_rights();
      case 3:
        return give_to_user();
      case 4:
        return dice_.below(3) == 0 ? remove() : set_cell();
      default:
        return set_cell();
    }
  }

  void check() {
    for (const auto& entry : roles_) {
      const int id = entry.first;
      const ModelRole& role = entry.second;
      CAPTURE(id);
      const Reply entity = call("GetRoleEntity", element("RoleEntityId", std::to_string(id)));
      CHECK(entity.result("Response/Name") == role.name);
      CHECK(entity.result("Response/RoleType") == kinds.at(role.kind).name);
      CHECK(entity.result("Response/Deleted") == (role.deleted ? "1" : "0"));
      check_rights(id, role);
      check_cells(id, role);
    }
    CHECK(call("GetUserInfo", element("UserInfoId", "103")).result("Response/RoleName") ==
          roles_.at(role_of_103_).name);
  }

 private:
  Reply call(const std::string& operation, const std::string& parameters) {
    Reply reply = emulator_.call(ticket_, operation, parameters);
    CHECK(reply.succeeded() == "true");
    return reply;
  }

  /// One that is there and not deleted; 0: there is none but `other_than`.
  int any_role(std::size_t kind, int other_than = 0) {
    std::vector<int> ids;
    for (const auto& [id, role] : roles_) {
      if (role.kind == kind && !role.deleted && id != other_than) ids.push_back(id);
    }
    return ids.empty() ? 0 : dice_.any_of(ids);
  }

  void add() {
    ModelRole role;
    role.kind = static_cast<std::size_t>(count_ % 2);
    role.name = "Role " + std::to_string(++count_);
    const Reply reply = call(
        "SaveRoleEntity",
        role_entity(element("Name", role.name) + element("RoleType", kinds.at(role.kind).name)));
    const int id = std::stoi(reply.result("Response/RoleId"));
    CHECK(id == 1000 + count_);
    roles_[id] = role;
    if (role.kind == 1 && role_of_103_ == 0) give_to_user();
  }

  void rename() {
    const int id = any_role(static_cast<std::size_t>(dice_.below(2)));
    if (id == 0) return;
    ModelRole& role = roles_.at(id);
    role.name += "'";
    const std::string table = dice_.any_of(tables);
    const auto& [relation, number] = dice_.any_of(kinds.at(role.kind).relations);
    const std::string value = dice_.any_of(values);
    role.cells[table][relation] = value;
    call("SaveRoleEntity",
         role_entity(role_id(id) + element("Name", role.name) + one_row(table, {{number, value}})));
  }

  void set_rights() {
    const int id = any_role(static_cast<std::size_t>(dice_.below(2)));
    if (id == 0) return;
    ModelRole& role = roles_.at(id);
    std::vector<std::string> wanted;
    for (const std::string& right : kinds.at(role.kind).rights) {
      if (dice_.flip()) wanted.push_back(right);
    }
    role.rights.clear();
    for (const std::string& right : wanted) role.rights.insert(std::stoi(right));
    call("SetFunctionalRights", role_id(id) + functional_right_ids(wanted));
  }

  void set_cell() {
    const int id = any_role(static_cast<std::size_t>(dice_.below(2)));
    if (id == 0) return;
    ModelRole& role = roles_.at(id);
    const std::string table = dice_.any_of(tables);
    const std::string relation = dice_.any_of(kinds.at(role.kind).relations).first;
    const std::string value = dice_.any_of(values);
    role.cells[table][relation] = value;
    call("SetDataRight", cell(id, table, relation, value));
  }

  void give_to_user() {
    const int id = any_role(1);
    if (id == 0) return;
    role_of_103_ = id;
    call("SetExternalUserInfo", element("AssociateId", "103") + role_id(id) +
                                    element("ExternalUserInfoModification", "Role"));
  }

  void remove() {
    const std::size_t kind = static_cast<std::size_t>(dice_.below(2));
    const int id = any_role(kind);
    const int replacing = any_role(kind, id);
    if (id == 0 || replacing == 0) return;
    call("DeleteRole", deletion(id, replacing));
    ModelRole& role = roles_.at(id);
    role.deleted = true;
    role.rights.clear();
    role.cells.clear();
    if (role_of_103_ == id) role_of_103_ = replacing;
  }

  void check_rights(int id, const ModelRole& role) {
    std::string ids;
    for (const int right : role.rights) ids += (ids.empty() ? "" : " ") + std::to_string(right);
    CHECK(all_of(call("GetFunctionalRights", role_id(id)), "Response/SelectableMDOListItem/Id") ==
          ids);
  }

  void check_cells(int id, const ModelRole& role) {
    for (const std::string& table : tables) {
      std::vector<std::string> row;
      for (const auto& [relation, number] : kinds.at(role.kind).relations) {
        const auto stored = role.cells.find(table);
        const bool is_set = stored != role.cells.end() && stored->second.contains(relation);
        row.push_back(is_set ? stored->second.at(relation) : "");
      }
      CAPTURE(table);
      CHECK(call("GetDataRights", role_id(id) + element("TableName", table))
                .texts("Body/*/Response/StringKeyValuePair/Value") == row);
    }
  }

  Dice dice_;
  GateFixture emulator_;
  std::string ticket_;
  std::map<int, ModelRole> roles_;
  int count_ = 0;
  int role_of_103_ = 0;
};

}  // namespace

TEST_CASE("Roles: random legal changes lead where a simple model of them leads") {
  for (const unsigned seed : {1U, 2U}) {
    CAPTURE(seed);
    Roles roles(seed);
    for (int i = 1; i <= 60; ++i) {
      CAPTURE(i);
      roles.step();
      if (i % 4 == 0) roles.check();
    }
  }
}
