#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "tests/server/operations/user_calls.h"

namespace emulator::testing {

/// Users as SaveUser, ChangeUserType, MakeRetired and RemoveLicenses leave them, without the
/// product's code. A SentUser is what a user should be like, too.
namespace user_model {

inline const std::string employees = "InternalAssociate", external_users = "ExternalAssociate",
                         system_users = "SystemAssociate", anonymous_users = "AnonymousAssociate";
inline const std::string is_illegal = "SoIllegalOperationException";
inline const std::string is_invalid = "SoInvalidArgumentException ";

struct ModelLicense {
  std::string type;  ///< Of those who can hold it; empty: anybody.
  int number = 0;    ///< 0: any number.
};
inline const std::map<std::string, ModelLicense> licenses{
    {"superoffice.user", {employees, 4}},
    {"superoffice.extern-user-cal", {external_users}},
    {"superoffice.system-user-cal", {system_users}},
    {"superoffice.anonymous-user-cal", {anonymous_users}},
    {"superoffice.admin-extern-user", {"", 3}},
};

struct ModelRole {
  std::string type;
  bool is_deleted = false;
};
inline const std::map<int, ModelRole> roles{{3, {employees}},
                                            {4, {employees}},
                                            {10, {external_users}},
                                            {13, {external_users}},
                                            {11, {anonymous_users}},
                                            {12, {system_users}},
                                            {14, {external_users, true}},
                                            {99, {}}};

inline std::string license_to_log_in(const std::string& type) {
  for (const auto& [name, license] : licenses) {
    if (license.type == type) return name;
  }
  return "";
}

inline bool is_person(const std::string& type) {
  return type == employees || type == external_users;
}

/// Why a call is refused, in the words of outcome_of; empty when it is not.
using Problem = std::string;

class Users {
 public:
  std::map<int, SentUser> users;
  std::set<int> retired_persons;
  int next_id = 1001;

  /// What SaveUser of the administrator makes of it; changes nothing when that is a problem.
  /// `user` is then as it is stored.
  Problem save(SentUser& user) {
    const auto found = users.find(user.id);
    const SentUser* const before = found == users.end() ? nullptr : &found->second;
    if (user.id == 0) {
      if (user.name.empty()) user.name = user.user_name;
      if (user.user_name.empty()) user.user_name = user.name;
    }
    std::set<int> others(user.other_groups.begin(), user.other_groups.end());
    others.erase(user.group_id);
    user.other_groups.assign(others.begin(), others.end());
    Problem found_problem = problem(user, before);
    if (!found_problem.empty()) return found_problem;
    if (user.id == 0) user.id = next_id++;
    if (user.deleted) user.licenses.clear();
    users[user.id] = user;
    return "";
  }

  Problem change_type(int id, const std::string& type) {
    const auto found = users.find(id);
    if (found == users.end()) return "SoNotFoundException";
    SentUser& user = found->second;
    if (user.deleted || is_person(user.type) || is_person(type)) return is_illegal;
    if (user.type == type) return "";
    for (std::string& license : user.licenses) {
      if (license == license_to_log_in(user.type)) license = license_to_log_in(type);
    }
    user.type = type;
    user.role_id = type == system_users ? 12 : 11;
    return "";
  }

  /// Licences are not restored.
  Problem retire(int id, bool is_retired) {
    const auto found = users.find(id);
    if (found == users.end()) return "SoNotFoundException";
    SentUser& user = found->second;
    user.deleted = is_retired;
    if (is_retired) user.licenses.clear();
    if (user.person_id == 0) return "";
    if (is_retired) retired_persons.insert(user.person_id);
    if (!is_retired) retired_persons.erase(user.person_id);
    return "";
  }

  Problem remove_licenses(int id) {
    const auto found = users.find(id);
    if (found == users.end()) return "SoNotFoundException";
    found->second.licenses.clear();
    return "";
  }

  Problem remove(int id) { return users.erase(id) == 1 ? "" : "SoNotFoundException"; }

 private:
  std::string problem(const SentUser& user, const SentUser* before) const {
    if (user.id != 0 && before == nullptr) return "SoNotFoundException";
    if (before != nullptr && before->type != user.type) return is_illegal;
    if (before != nullptr && before->deleted && user.deleted) return is_illegal;
    for (const std::string& found : {person_problem(user, before), name_problem(user),
                                     role_problem(user, before), group_problem(user)}) {
      if (!found.empty()) return found;
    }
    return license_problem(user, before);
  }

  std::string person_problem(const SentUser& user, const SentUser* before) const {
    const int person = user.person_id;
    if (is_person(user.type) != (person != 0)) return is_invalid + "PersonId";
    if (before != nullptr && before->person_id != person) return is_invalid + "PersonId";
    if (person == 0) return "";
    if (person == 1004) return is_invalid + "PersonId";  // There is none.
    if (retired_persons.contains(person)) return is_illegal;
    if (before != nullptr) return "";
    const bool is_of_owner = person > 1000 || person < 500;
    const bool is_user = std::ranges::any_of(
        users, [&](const auto& entry) { return entry.second.person_id == person; });
    return (user.type == employees && !is_of_owner) || is_user ? is_invalid + "PersonId" : "";
  }

  std::string name_problem(const SentUser& user) const {
    const auto folded = [](const std::string& name) { return name == "Ann" ? "ann" : name; };
    for (const auto& [name, argument] :
         {std::pair{user.name, "Name"}, {user.user_name, "UserName"}}) {
      const bool is_taken = std::ranges::any_of(users, [&](const auto& entry) {
        return entry.first != user.id && (folded(entry.second.name) == folded(name) ||
                                          folded(entry.second.user_name) == folded(name));
      });
      if (name.empty() || name == "adm0" || is_taken) return is_invalid + argument;
    }
    return "";
  }

  static std::string role_problem(const SentUser& user, const SentUser* before) {
    const ModelRole& role = roles.at(user.role_id);
    const bool is_its_own = before != nullptr && before->role_id == user.role_id;
    return role.type != user.type || (role.is_deleted && !is_its_own) ? is_invalid + "Role" : "";
  }

  static std::string group_problem(const SentUser& user) {
    const bool has_one = user.group_id != 0 || !user.other_groups.empty();
    const bool is_right =
        user.type == employees ? user.group_id != 0 && user.group_id != 99 : !has_one;
    return is_right ? "" : is_invalid + "UserGroup";
  }

  std::string license_problem(const SentUser& user, const SentUser* before) const {
    if (user.deleted) return "";
    for (const std::string& name : user.licenses) {
      if (before != nullptr && std::ranges::count(before->licenses, name) > 0) continue;
      const ModelLicense& license = licenses.at(name);
      if (!license.type.empty() && license.type != user.type) return "SoLicenseException";
      auto holders = name == "superoffice.user" ? 1 : 0;  // ADM0.
      for (const auto& [id, other] : users) {
        if (std::ranges::count(other.licenses, name) > 0) ++holders;
      }
      if (license.number != 0 && holders >= license.number) return "SoLicenseException";
    }
    return "";
  }
};

}  // namespace user_model

}  // namespace emulator::testing
