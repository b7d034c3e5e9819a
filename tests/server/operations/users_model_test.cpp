// Random sequences of calls against a model of a few lines: what the emulator says and what it
// keeps must be what the model says and keeps. The seeds are fixed, so every run is the same.

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/server/operations/dice.h"
#include "tests/server/operations/outcome.h"
#include "tests/support/gate_fixture.h"

namespace emulator::testing {
namespace {

struct ModelUser {
  std::string name, password;
  int role = 10;
  int person = 0;
  bool licensed = false;
  bool retired = false;

  bool may_log_on() const { return licensed && !retired; }
};

std::string number(int value) { return std::to_string(value); }

/// The emulator and what it should be like, side by side.
class Model {
 public:
  explicit Model(unsigned seed) : dice_(seed), admin_(emulator_.login("ADM0", "adm0")) {
    users_[101] = {"ext1@fjord.example", "ext1", 10, 501, true};
    users_[102] = {"ext2@fjord.example", "ext2", 10, 502, false};
    users_[103] = {"ext3@nordlys.example", "ext3", 13, 503, true};
  }

  void step() {
    const int kind = below(9);
    CAPTURE(kind);
    switch (kind) {
      case 0:
      case 1:
        return create();
      case 2:
      case 3:
      case 4:
        return change();
      case 5:
        return remove();
      case 6:
        return retire();
      case 7:
        return set_password();
      default:
        return log_in();
    }
  }

  /// Every user, as GetUserInfoList shows it.
  void check() {
    std::string ids;
    for (int id = 101; id < next_id_; id = id == 103 ? 1001 : id + 1) {
      ids += "<a:int>" + number(id) + "</a:int>";
    }
    const Reply reply = emulator_.call(
        admin_, "GetUserInfoList",
        "<UserInfoIds xmlns:a=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">" +
            ids + "</UserInfoIds>");
    std::vector<std::string> expected_ids, names, can_log_on, roles, deleted, persons;
    for (const auto& [id, user] : users_) {
      expected_ids.push_back(number(id));
      names.push_back(user.name);
      can_log_on.emplace_back(user.may_log_on() ? "true" : "false");
      roles.emplace_back(user.role == 10 ? "External user" : "Partner");
      deleted.emplace_back(user.retired ? "true" : "false");
      persons.push_back(number(user.person));
    }
    const std::string row = "Body/*/Response/UserInfo/";
    CHECK(reply.texts(row + "UserInfoId") == expected_ids);
    CHECK(reply.texts(row + "UserName") == names);
    CHECK(reply.texts(row + "CanLogon") == can_log_on);
    CHECK(reply.texts(row + "RoleName") == roles);
    CHECK(reply.texts(row + "Deleted") == deleted);
    CHECK(reply.texts(row + "PersonId") == persons);
  }

 private:
  int below(int bound) { return dice_.below(bound); }

  /// Few names, so that they meet; some in another case, some that no user may have.
  std::string any_name() {
    static const std::string names[] = {"ann", "Ann", "ben", "cat", "Øre", "øRE", "", "dan"};
    return dice_.any_of(names);
  }
  std::string any_password() { return std::string(static_cast<std::size_t>(below(3)), 'p'); }
  int any_id() { return dice_.flip() ? 101 + below(4) : 1001 + below(8); }

  static std::string folded(std::string name) {
    if (name == "Ann") return "ann";
    if (name == "øRE") return "Øre";
    return name;
  }
  bool is_taken(const std::string& name, int but) const {
    for (const auto& [id, user] : users_) {
      if (id != but && folded(user.name) == folded(name)) return true;
    }
    return false;
  }
  std::string name_problem(const std::string& name, int id) const {
    return name.empty() || is_taken(name, id) ? "SoInvalidArgumentException UserName" : "";
  }

  void expect(const Reply& reply, const std::string& outcome) {
    CHECK(outcome_of(reply) == (outcome.empty() ? "ok" : outcome));
  }

  void create() {
    ModelUser user{any_name(), any_password(), below(3) == 0 ? 13 : 10, 504 + below(8),
                   dice_.flip()};
    const int role = below(8) == 0 ? 1 : user.role;
    std::string outcome;
    for (const auto& [id, other] : users_) {
      if (other.person == user.person) outcome = "SoInvalidArgumentException PersonId";
    }
    if (outcome.empty() && retired_persons_.contains(user.person)) {
      outcome = "SoIllegalOperationException";
    }
    if (outcome.empty()) outcome = name_problem(user.name, 0);
    if (outcome.empty() && role == 1) outcome = "SoInvalidArgumentException RoleId";
    expect(
        emulator_.call(admin_, "CreateExternalUser",
                       element("PersonId", number(user.person)) + element("UserName", user.name) +
                           element("Password", user.password) + element("RoleId", number(role)) +
                           element("IsActive", user.licensed ? "true" : "false")),
        outcome);
    if (outcome.empty()) users_[next_id_++] = user;
  }

  void change() {
    const int id = any_id();
    const int flags = below(16);
    const std::string name = any_name();
    const std::string password = any_password();
    const int role = dice_.flip() ? 13 : 10;
    const bool active = dice_.flip();
    std::string words;
    if ((flags & 1) != 0) words += " UserName";
    if ((flags & 2) != 0) words += " Password";
    if ((flags & 4) != 0) words += " Role";
    if ((flags & 8) != 0) words += " Active";
    const Reply reply = emulator_.call(
        admin_, "SetExternalUserInfo",
        element("AssociateId", number(id)) + element("UserName", name) +
            element("Password", password) + element("IsActive", active ? "true" : "false") +
            element("RoleId", number(role)) +
            element("ExternalUserInfoModification", words.empty() ? "" : words.substr(1)));
    const auto found = users_.find(id);
    if (found == users_.end()) return expect(reply, "SoNotFoundException");
    ModelUser& user = found->second;
    const std::string problem = (flags & 1) != 0 ? name_problem(name, id) : "";
    expect(reply, problem);
    if (!problem.empty()) return;
    if ((flags & 1) != 0) user.name = name;
    if ((flags & 2) != 0) user.password = password;
    if ((flags & 4) != 0) user.role = role;
    if ((flags & 8) != 0) user.licensed = active;
  }

  void remove() {
    const int id = any_id();
    const bool is_there = users_.erase(id) == 1;
    expect(emulator_.call(admin_, "DeleteExternalUser", element("AssociateId", number(id))),
           is_there ? "" : "SoNotFoundException");
  }

  void retire() {
    const int id = any_id();
    const bool retired = dice_.flip();
    const Reply reply = emulator_.call(
        admin_, "MakeRetired",
        element("AssociateId", number(id)) + element("Retired", retired ? "true" : "false"));
    const auto found = users_.find(id);
    expect(reply, found == users_.end() ? "SoNotFoundException" : "");
    if (found == users_.end()) return;
    found->second.retired = retired;
    if (retired) found->second.licensed = false;  // And not again when it comes back.
    // The mark is the person's, and outlives the user.
    if (retired) retired_persons_.insert(found->second.person);
    if (!retired) retired_persons_.erase(found->second.person);
  }

  void set_password() {
    const int id = any_id();
    const std::string password = any_password();
    const Reply reply = emulator_.call(
        admin_, "SetPassword", element("AssociateId", number(id)) + element("Password", password));
    const auto found = users_.find(id);
    if (found == users_.end()) return expect(reply, "SoNotFoundException");
    if (found->second.retired) return expect(reply, "SoIllegalOperationException");
    expect(reply, "");
    CHECK(reply.result("Response") == "true");
    found->second.password = password;
  }

  void log_in() {
    const std::string name = any_name();
    const std::string password = any_password();
    bool is_let_in = false;
    for (const auto& [id, user] : users_) {
      is_let_in = is_let_in || (folded(user.name) == folded(name) && user.password == password &&
                                user.may_log_on());
    }
    CAPTURE(name);
    CHECK(emulator_.login(name, password).empty() != is_let_in);
  }

  Dice dice_;
  GateFixture emulator_;
  std::string admin_;
  std::map<int, ModelUser> users_;
  std::set<int> retired_persons_;
  int next_id_ = 1001;
};

}  // namespace

TEST_CASE("Users: after any sequence of calls they are as the model says") {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    CAPTURE(seed);
    Model model(seed);
    for (int i = 0; i < 60; ++i) {
      CAPTURE(i);
      model.step();
      model.check();
    }
  }
}

}  // namespace emulator::testing
