#include <doctest/doctest.h>

#include <map>
#include <set>

#include "tests/server/operations/dice.h"
#include "tests/server/operations/user_calls.h"

// Random changes of user groups and of who is in them, held against a model.

using namespace emulator;
using namespace emulator::testing;

namespace {

struct ModelGroup {
  std::string name, tooltip;
  int rank = 0;
  bool is_hidden = false;
};

struct ModelMember {
  SentUser user;
  bool is_retired = false;
  int primary = 0;
  std::set<int> others{};
};

std::string shown(int id, const ModelGroup& group) {
  return std::to_string(id) + " " + group.name + "|" + group.tooltip + "|" +
         std::to_string(group.rank) + "|" + (group.is_hidden ? "1" : "0");
}

class UserGroups {
 public:
  explicit UserGroups(unsigned seed) : dice_(seed), ticket_(emulator_.login("ADM0", "adm0")) {
    const std::vector<std::pair<const char*, const char*>> seeded{
        {"Administration", "Management and office"},
        {"Sales", "Sells"},
        {"Service", "Answers customers"},
        {"Services", "Carries out projects"},
        {"Marketing", "Campaigns and events"}};
    for (const auto& [name, tooltip] : seeded) {
      const int id = static_cast<int>(groups_.size()) + 1;
      groups_[id] = {name, tooltip, id};
    }
    SentUser usr8{13, "InternalAssociate", "USR8", "USR8", 149, 8, 1};
    usr8.licenses = {"superoffice.user"};
    members_.push_back({seeded_sal1(), false, 2});
    members_.push_back({usr8, false, 1});
  }

  void step() {
    switch (dice_.below(8)) {
      case 0:
        return save(0);
      case 1:
      case 2:
        return save(any_id());
      case 3:
      case 4:
        return remove();
      case 5:
        return retire();
      default:
        return join();
    }
  }

  void check() {
    check_list(true);
    check_list(false);
    for (const ModelMember& member : members_) {
      CAPTURE(member.user.id);
      const Reply user =
          emulator_.call(ticket_, "GetUser", element("UserId", std::to_string(member.user.id)));
      CHECK(user.result("Response/UserGroup/Value") == groups_.at(member.primary).name);
      std::vector<std::string> ids;
      for (const int id : member.others) ids.push_back(std::to_string(id));
      CHECK(user.texts("Body/*/Response/OtherGroups/UserGroup/Id") == ids);
    }
  }

 private:
  /// Most of them are there; 0 and the next one never are.
  int any_id() {
    const int choice = dice_.below(12);
    if (choice == 0) return 0;
    return choice == 1 ? next_id_ : dice_.any_of(groups_).first;
  }

  void save(int id) {
    static const std::vector<std::string> names{"Øst", "ØST", "øst", "Sales", "North", "South", ""};
    ModelGroup group{dice_.any_of(names), "tip" + std::to_string(dice_.below(9)), dice_.below(6),
                     dice_.below(3) == 0};
    const Reply reply = emulator_.call(
        ticket_, "SaveUserGroup",
        "<UserGroup>" + element("Value", group.name) + element("Tooltip", group.tooltip) +
            element("Id", std::to_string(id)) + element("Rank", std::to_string(group.rank)) +
            element("Deleted", group.is_hidden ? std::to_string(1 + dice_.below(3)) : "0") +
            "</UserGroup>");
    const std::string outcome = outcome_of_saving(id, group);
    CHECK(outcome_of(reply) == outcome);
    if (outcome != "ok") return;
    if (id == 0) id = next_id_++;
    CHECK(reply.result("Response/Id") == std::to_string(id));
    groups_[id] = group;
  }

  std::string outcome_of_saving(int id, const ModelGroup& group) const {
    if (id != 0 && !groups_.contains(id)) return "SoNotFoundException";
    if (group.name.empty()) return "SoInvalidArgumentException Value";
    for (const auto& [other_id, other] : groups_) {
      if (other_id != id && is_same_name(other.name, group.name)) {
        return "SoInvalidArgumentException Value";
      }
    }
    return "ok";
  }
  static bool is_same_name(const std::string& one, const std::string& other) {
    const auto lower = [](const std::string& name) {
      return name == "Øst" || name == "ØST" ? std::string("øst") : name;
    };
    return lower(one) == lower(other);
  }

  void remove() {
    const int id = any_id();
    const int target = any_id();
    CAPTURE(id);
    CAPTURE(target);
    const Reply reply = emulator_.call(ticket_, "DeleteUserGroup",
                                       element("UserGroupToDelete", std::to_string(id)) +
                                           element("UserGroupToMoveTo", std::to_string(target)));
    if (!groups_.contains(id)) {
      CHECK(outcome_of(reply) == "SoNotFoundException");
      return;
    }
    const auto found = groups_.find(target);
    const bool can_take = found != groups_.end() && !found->second.is_hidden && target != id;
    if (!can_take && !(target == 0 && !has_members(id))) {
      CHECK(outcome_of(reply) == "SoInvalidArgumentException UserGroupToMoveTo");
      return;
    }
    CHECK(outcome_of(reply) == "ok");
    groups_.erase(id);
    if (id == primary_of_admin_) primary_of_admin_ = target;
    for (ModelMember& member : members_) move(member, id, target);
  }

  bool has_members(int group) const {
    if (group == primary_of_admin_) return true;
    for (const ModelMember& member : members_) {
      if (member.primary == group || member.others.contains(group)) return true;
    }
    return false;
  }

  static void move(ModelMember& member, int from, int to) {
    if (member.primary == from) member.primary = to;
    if (member.others.erase(from) == 1) member.others.insert(to);
    member.others.erase(member.primary);
  }

  void join() {
    ModelMember& member = members_[static_cast<std::size_t>(dice_.below(2))];
    SentUser user = member.user;
    user.group_id = any_id();
    for (int i = dice_.below(4); i > 0; --i) user.other_groups.push_back(any_id());
    std::erase(user.other_groups, 0);
    const Reply reply = ::save(emulator_, ticket_, user);
    const std::string outcome = outcome_of_joining(member, user);
    CHECK(outcome_of(reply) == outcome);
    if (outcome != "ok") return;
    member.primary = user.group_id;
    member.others.clear();
    member.others.insert(user.other_groups.begin(), user.other_groups.end());
    member.others.erase(member.primary);
  }

  std::string outcome_of_joining(const ModelMember& member, const SentUser& user) const {
    if (member.is_retired) return "SoIllegalOperationException";
    std::set<int> wanted(user.other_groups.begin(), user.other_groups.end());
    wanted.insert(user.group_id);
    for (const int id : wanted) {
      const auto group = groups_.find(id);
      const bool is_its_own = member.primary == id || member.others.contains(id);
      if (group == groups_.end() || (group->second.is_hidden && !is_its_own)) {
        return "SoInvalidArgumentException UserGroup";
      }
    }
    return "ok";
  }

  /// Retired users are members all the same.
  void retire() {
    ModelMember& member = members_.back();
    member.is_retired = !member.is_retired;
    CHECK(outcome_of(emulator_.call(
              ticket_, "MakeRetired",
              element("AssociateId", std::to_string(member.user.id)) +
                  element("Retired", member.is_retired ? "true" : "false"))) == "ok");
  }

  void check_list(bool with_hidden) {
    const Reply reply = emulator_.call(ticket_, "GetAllUserGroups",
                                       element("IncludeDeleted", with_hidden ? "true" : "false"));
    const std::string path = "Body/*/Response/UserGroup/";
    const auto ids = reply.texts(path + "Id");
    std::vector<std::string> lines, expected;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      lines.push_back(ids[i] + " " + reply.texts(path + "Value")[i] + "|" +
                      reply.texts(path + "Tooltip")[i] + "|" + reply.texts(path + "Rank")[i] + "|" +
                      reply.texts(path + "Deleted")[i]);
    }
    std::multimap<int, std::string> by_rank;  // Those of one rank stay in the order of their ids.
    for (const auto& [id, group] : groups_) {
      if (with_hidden || !group.is_hidden) by_rank.emplace(group.rank, shown(id, group));
    }
    for (const auto& [rank, line] : by_rank) expected.push_back(line);
    CHECK(lines == expected);
  }

  Dice dice_;
  GateFixture emulator_;
  std::string ticket_;
  std::map<int, ModelGroup> groups_;
  std::vector<ModelMember> members_;
  int primary_of_admin_ = 1;
  int next_id_ = 1001;
};

}  // namespace

TEST_CASE("User groups: random changes lead where a simple model of them leads") {
  for (unsigned seed = 1; seed <= 4; ++seed) {
    CAPTURE(seed);
    UserGroups groups(seed);
    groups.check();
    for (int i = 0; i < 60; ++i) {
      CAPTURE(i);
      groups.step();
      groups.check();
    }
  }
}
