#include "tests/server/operations/user_saving_model.h"

#include <doctest/doctest.h>

#include <set>

#include "tests/server/operations/dice.h"

// Random sequences of SaveUser and what else changes types, licences and retirement of users, held
// against the model in user_saving_model.h.

using namespace emulator;
using namespace emulator::testing;
using namespace emulator::testing::user_model;

namespace {

std::string joined(const auto& items) {
  std::string line;
  for (const std::string& item : items) line += item + " ";
  return line;
}

class Emulated {
 public:
  explicit Emulated(unsigned seed) : dice_(seed), admin_(emulator_.login("ADM0", "adm0")) {
    for (const auto& [name, license] : licenses) {
      auto row = emulator_.store().licenses.find_by_name(name).value();
      if (license.number != 0) row.number = license.number;
      emulator_.store().licenses.save(row, {});
    }
    for (int i = 0; i < 3; ++i) new_colleague(emulator_);
    SentUser usr8{13, employees, "USR8", "USR8", 149, 3, 1};
    usr8.licenses = {"superoffice.user"};
    SentUser anon{15, anonymous_users, "ANON", "ANON", 0, 11};
    // As SaveUser leaves them, whatever the seed says of their ranks and tooltips.
    for (SentUser user : {seeded_sal1(), usr8, seeded_sys0(), anon, seeded_ext1()}) {
      REQUIRE(outcome_of(save(emulator_, admin_, user)) == "ok");
      model_.users[user.id] = user;
    }
    for (const int id : {102, 103}) {
      emulator_.call(admin_, "DeleteUser", element("UserId", std::to_string(id)));
    }
  }

  void step() {
    switch (dice_.below(10)) {
      case 0:
      case 1:
        return save_sent(any_new());
      case 2:
        return change_type();
      case 3:
        return retire();
      case 4:
        return dice_.flip() ? remove_licenses() : remove();
      default:
        return save_sent(any_change());
    }
  }

  void check() {
    for (int id = 12; id < model_.next_id; id = id == 103 ? 1001 : id + 1) {
      if (id == 16) id = 101;
      CAPTURE(id);
      const std::string parameter = std::to_string(id);
      const Reply user = emulator_.call(admin_, "GetUser", element("UserId", parameter));
      const auto found = model_.users.find(id);
      if (found == model_.users.end()) {
        CHECK(user.result("Response") == "(nil)");
        continue;
      }
      CHECK(shown(user) == shown(found->second));
      const Reply info = emulator_.call(admin_, "GetUserInfo", element("UserInfoId", parameter));
      std::set<std::string> held(found->second.licenses.begin(), found->second.licenses.end());
      const auto granted = info.texts("Body/*/Response/GrantedLicenses/string");
      CHECK(joined(std::set<std::string>(granted.begin(), granted.end())) == joined(held));
      const bool can_log_on = found->second.type != anonymous_users && !found->second.deleted &&
                              held.contains(license_to_log_in(found->second.type));
      CHECK(info.result("Response/CanLogon") == (can_log_on ? "true" : "false"));
    }
  }

 private:
  static std::string shown(const Reply& user) {
    std::string line;
    for (const auto* const field : {"Type", "Name", "UserName", "Rank", "Tooltip", "Role/Id",
                                    "UserGroup/Id", "Person/PersonId", "EjUserId", "Deleted"}) {
      const std::string text = user.result(std::string("Response/") + field);
      line += (text == "(none)" ? "0" : text) + "|";
    }
    return line + joined(user.texts("Body/*/Response/OtherGroups/UserGroup/Id"));
  }
  static std::string shown(const SentUser& user) {
    std::string line = user.type + "|" + user.name + "|" + user.user_name + "|" +
                       std::to_string(user.rank) + "|" + user.tooltip + "|";
    for (const int number : {user.role_id, user.group_id, user.person_id, user.ej_user_id}) {
      line += std::to_string(number) + "|";
    }
    line += user.deleted ? "true|" : "false|";
    for (const int group : user.other_groups) line += std::to_string(group) + " ";
    return line;
  }

  SentUser any_new() {
    static const std::vector<SentUser> drafts{
        {0, employees, "", "", 1001, 3, 2},   {0, employees, "", "", 1002, 4, 3},
        {0, employees, "", "", 504, 3, 2},    {0, external_users, "", "", 504, 10},
        {0, external_users, "", "", 511, 13}, {0, external_users, "", "", 501, 10},
        {0, system_users, "", "", 0, 12},     {0, anonymous_users, "", "", 0, 11}};
    SentUser user = dice_.any_of(drafts);
    user.name = "new" + std::to_string(model_.next_id);
    if (dice_.flip()) user.licenses = {license_to_log_in(user.type)};
    if (dice_.flip()) vary(user);
    return user;
  }

  SentUser any_change() {
    if (dice_.below(20) == 0) return {model_.next_id, system_users, "x", "x", 0, 12};
    SentUser user = dice_.any_of(model_.users).second;
    if (user.deleted && dice_.flip()) user.deleted = false;
    for (int i = dice_.below(3); i >= 0; --i) vary(user);
    return user;
  }

  void vary(SentUser& user) {
    static const std::vector<std::string> names{"ann", "Ann", "ben", "adm0", "cat", ""};
    static const std::vector<int> groups{0, 1, 2, 3, 99};
    const std::vector<std::string> types{employees, external_users, system_users, anonymous_users};
    int field = dice_.below(14);
    // Groups are for employees, and mostly theirs are changed.
    if (user.type != employees && field >= 5 && field <= 7 && dice_.below(4) != 0) field = 13;
    switch (field) {
      case 0:
        user.name = dice_.any_of(names);
        return;
      case 1:
        user.user_name = dice_.any_of(names);
        return;
      case 2:
        user.rank = dice_.below(9);
        user.tooltip = dice_.flip() ? "" : "tip" + std::to_string(user.rank);
        return;
      case 3:
        user.ej_user_id = dice_.below(9);
        return;
      case 4:
        user.role_id = dice_.any_of(roles).first;
        return;
      case 5:
        user.group_id = dice_.any_of(groups);
        return;
      case 6:
      case 7:
        user.other_groups = {1 + dice_.below(3), 1 + dice_.below(3)};
        return;
      case 8:
        user.person_id = dice_.flip() ? 0 : 1001 + dice_.below(4);
        return;
      case 9:
        user.type = dice_.any_of(types);
        return;
      case 10:
        user.deleted = !user.deleted;
        return;
      default:
        const std::string license = dice_.any_of(licenses).first;
        if (std::erase(user.licenses, license) == 0) user.licenses.push_back(license);
    }
  }

  void save_sent(SentUser user) {
    CAPTURE(user.xml());
    const Reply reply = save(emulator_, admin_, user);
    expect(reply, model_.save(user));
    if (reply.succeeded() == "true") CHECK(shown(reply) == shown(user));
  }

  void expect(const Reply& reply, const Problem& problem) {
    CHECK(outcome_of(reply) == (problem.empty() ? "ok" : problem));
  }

  int any_id() { return dice_.below(12) == 0 ? 99999 : dice_.any_of(model_.users).first; }
  static std::string with(const std::string& parameter, int id) {
    return element(parameter, std::to_string(id));
  }

  void change_type() {
    const int id = dice_.below(3) == 0 ? any_id() : 14 + dice_.below(2);
    const std::string type = dice_.below(6) == 0 ? external_users
                             : dice_.flip()      ? system_users
                                                 : anonymous_users;
    const Reply reply =
        emulator_.call(admin_, "ChangeUserType",
                       "<User>" + with("AssociateId", id) + "</User>" + element("UserType", type));
    expect(reply, model_.change_type(id, type));
  }

  void retire() {
    const int id = any_id();
    const bool is_retired = dice_.below(3) == 0;
    expect(
        emulator_.call(admin_, "MakeRetired",
                       with("AssociateId", id) + element("Retired", is_retired ? "true" : "false")),
        model_.retire(id, is_retired));
  }

  void remove_licenses() {
    const int id = any_id();
    expect(emulator_.call(admin_, "RemoveLicenses", with("AssociateId", id)),
           model_.remove_licenses(id));
  }

  void remove() {
    const int id = any_id();
    if (id < 1000) return;  // Those of the seed are needed.
    expect(emulator_.call(admin_, "DeleteUser", with("UserId", id)), model_.remove(id));
  }

  Dice dice_;
  GateFixture emulator_;
  std::string admin_;
  Users model_;
};

}  // namespace

TEST_CASE("SaveUser and what else changes users: they are as a simple model says") {
  for (unsigned seed = 1; seed <= 5; ++seed) {
    CAPTURE(seed);
    Emulated users(seed);
    for (int i = 1; i <= 100; ++i) {
      CAPTURE(i);
      users.step();
      if (i % 10 == 0) users.check();
    }
  }
}
