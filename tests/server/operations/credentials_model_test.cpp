#include <doctest/doctest.h>

#include <array>
#include <map>

#include "tests/server/operations/credential_calls.h"
#include "tests/server/operations/dice.h"

// Random changes of how users log in, by way of credentials and of passwords, held against a model.

using namespace emulator;
using namespace emulator::testing;

namespace {

const std::string is_illegal = "SoIllegalOperationException";
const std::string is_invalid = "SoInvalidArgumentException ";

struct ModelUser {
  std::string name;
  bool can_be_in_directory = false;
  bool can_have_password = true;
  std::string kind{};     ///< Of the credential; empty: none.
  std::string value{};    ///< The password, or who it is in the directory.
  std::string display{};  ///< Of the directory.
  bool is_retired = false;

  std::string credentials() const {
    if (kind == "CRM5/PASSWORD") return kind + "||" + name;
    return kind.empty() ? "" : kind + "|" + value + "|" + display;
  }
};

class Credentials {
 public:
  explicit Credentials(unsigned seed) : dice_(seed), admin_(login(emulator_, seeded::adm0)) {
    const std::string password = "CRM5/PASSWORD";
    users_[12] = {"SAL1", true, true, password, "sal1"};
    users_[13] = {"USR8", true, true, password, "usr8"};
    users_[14] = {"SYS0", false, true, password, "sys0"};
    users_[15] = {"ANON", false, false};
    users_[101] = {"ext1@fjord.example", false, true, password, "ext1"};
  }

  void step() {
    switch (dice_.below(9)) {
      case 0:
      case 1:
      case 2:
        return save();
      case 3:
        return remove();
      case 4:
        return set_password();
      case 5:
        return change_password();
      case 6:
        return dice_.below(3) == 0 ? retire_or_bring_back() : rename();
      default:
        return log_in();
    }
  }

  void check() {
    for (const auto& [id, user] : users_) {
      CAPTURE(id);
      const Reply reply = emulator_.call(admin_, "GetUser", user_id(id));
      const std::string path = "Body/*/Response/Credentials/Credential/";
      std::string shown;
      const auto kinds = reply.texts(path + "Type/Type");
      for (std::size_t i = 0; i < kinds.size(); ++i) {
        shown += kinds[i] + "|" + reply.texts(path + "Value")[i] + "|" +
                 reply.texts(path + "DisplayValue")[i];
      }
      CHECK(shown == user.credentials());
      const bool can_change =
          user.can_have_password && !user.is_retired && user.kind != "ActiveDirectory";
      CHECK(emulator_.call(admin_, "CanChangePassword", associate_id(id)).result("Response") ==
            (can_change ? "true" : "false"));
    }
  }

 private:
  /// Often an employee: they alone can be in the directory.
  int any_id() {
    if (dice_.below(15) == 0) return seeded::nobody.id;
    return dice_.flip() ? 12 + dice_.below(2) : dice_.any_of(users_).first;
  }
  std::string any_password() { return "p" + std::to_string(dice_.below(2)); }
  std::string any_directory_value() { return dice_.below(8) == 0 ? "" : "S-1-" + any_password(); }

  /// Why no credential of the user can be changed, if so.
  std::string problem_with(int id) const {
    const auto user = users_.find(id);
    if (user == users_.end()) return "SoNotFoundException";
    return user->second.is_retired ? is_illegal : "";
  }

  void save() {
    const int id = any_id();
    static const std::array<std::string, 6> kinds{"CRM5/PASSWORD",   "ActiveDirectory",
                                                  "ActiveDirectory", "activedirectory",
                                                  "Ticket",          "CRM5/PASSWORD"};
    const std::string kind = dice_.any_of(kinds);
    const std::string value = kind == "CRM5/PASSWORD" ? any_password() : any_directory_value();
    const std::string display = dice_.flip() ? "" : "EMULATOR\\" + any_password();
    std::string outcome = problem_with(id);
    if (outcome.empty()) outcome = problem_with_credential(id, kind, value);
    CAPTURE(id);
    CAPTURE(kind);
    const Reply reply =
        emulator_.call(admin_, "SaveCredential", user_id(id) + credential(kind, value, display));
    CHECK(outcome_of(reply) == (outcome.empty() ? "ok" : outcome));
    if (!outcome.empty()) return;
    CHECK(reply.result("Response") == "true");
    ModelUser& user = users_.at(id);
    user.kind = kind;
    user.value = value;
    user.display = display.empty() ? value : display;
  }

  std::string problem_with_credential(int id, const std::string& kind,
                                      const std::string& value) const {
    const ModelUser& user = users_.at(id);
    if (kind == "CRM5/PASSWORD") return user.can_have_password ? "" : is_invalid + "Type";
    if (kind != "ActiveDirectory" || !user.can_be_in_directory) return is_invalid + "Type";
    if (value.empty()) return is_invalid + "Value";
    for (const auto& [other_id, other] : users_) {
      if (other_id != id && other.kind == kind && other.value == value) {
        return is_invalid + "Value";
      }
    }
    return "";
  }

  void remove() {
    const int id = any_id();
    const std::string kind = dice_.flip() ? "CRM5/PASSWORD" : "ActiveDirectory";
    const Reply reply =
        emulator_.call(admin_, "DeleteCredential", user_id(id) + element("CredentialType", kind));
    const std::string outcome = problem_with(id);
    CHECK(outcome_of(reply) == (outcome.empty() ? "ok" : outcome));
    if (!outcome.empty()) return;
    ModelUser& user = users_.at(id);
    CHECK(reply.result("Response") == (user.kind == kind ? "true" : "false"));
    if (user.kind == kind) user.kind.clear();
  }

  std::string problem_with_password(int id) const {
    const auto found = users_.find(id);
    if (found == users_.end()) return "SoNotFoundException";
    const ModelUser& user = found->second;
    if (!user.can_have_password) return is_invalid + "AssociateId";
    return user.is_retired || user.kind == "ActiveDirectory" ? is_illegal : "";
  }

  void set_password() {
    const int id = any_id();
    const std::string password = any_password();
    const std::string outcome = problem_with_password(id);
    CHECK(outcome_of(emulator_.call(admin_, "SetPassword",
                                    associate_id(id) + element("Password", password))) ==
          (outcome.empty() ? "ok" : outcome));
    if (outcome.empty()) give_password(users_.at(id), password);
  }

  void change_password() {
    const int id = any_id();
    const std::string old = dice_.below(3) == 0 ? "" : any_password();
    const std::string password = any_password();
    const Reply reply = emulator_.call(
        admin_, "ChangePassword",
        associate_id(id) + element("OldPassword", old) + element("NewPassword", password));
    const std::string outcome = problem_with_password(id);
    CHECK(outcome_of(reply) == (outcome.empty() ? "ok" : outcome));
    if (!outcome.empty()) return;
    ModelUser& user = users_.at(id);
    const bool is_right = old.empty() || (!user.kind.empty() && user.value == old);
    CHECK(reply.result("Response") == (is_right ? "true" : "false"));
    if (is_right) give_password(user, password);
  }

  static void give_password(ModelUser& user, const std::string& password) {
    user.kind = "CRM5/PASSWORD";
    user.value = password;
  }

  /// The password is found by the new name, and shown with it.
  void rename() {
    ModelUser& user = users_.at(101);
    user.name = "ext" + std::to_string(++names_);
    CHECK(outcome_of(emulator_.call(admin_, "SetExternalUserInfo",
                                    associate_id(101) + element("UserName", user.name) +
                                        element("ExternalUserInfoModification", "UserName"))) ==
          "ok");
  }

  /// Licences are not restored by MakeRetired; here they are.
  void retire_or_bring_back() {
    const int id = dice_.flip() ? 12 : 101;
    ModelUser& user = users_.at(id);
    user.is_retired = !user.is_retired;
    CHECK(outcome_of(emulator_.call(
              admin_, "MakeRetired",
              associate_id(id) + element("Retired", user.is_retired ? "true" : "false"))) == "ok");
    if (user.is_retired) return;
    emulator_.store().licenses.assign(
        id, id == 12 ? "superoffice.user" : "superoffice.extern-user-cal", {});
  }

  void log_in() {
    const ModelUser user = dice_.any_of(users_).second;
    const bool knows_it = dice_.flip() && user.kind == "CRM5/PASSWORD";
    const std::string password = knows_it ? user.value : any_password();
    CAPTURE(user.name);
    const bool is_let_in =
        user.kind == "CRM5/PASSWORD" && user.value == password && !user.is_retired;
    CHECK(emulator_.login(user.name, password).empty() != is_let_in);
  }

  Dice dice_;
  GateFixture emulator_;
  std::string admin_;
  std::map<int, ModelUser> users_;
  int names_ = 1;
};

}  // namespace

TEST_CASE("Credentials: random changes lead where a simple model of them leads") {
  for (unsigned seed = 1; seed <= 4; ++seed) {
    CAPTURE(seed);
    Credentials credentials(seed);
    for (int i = 1; i <= 120; ++i) {
      CAPTURE(i);
      credentials.step();
      if (i % 3 == 0) credentials.check();
    }
  }
}
