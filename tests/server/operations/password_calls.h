#pragma once

#include <string>
#include <vector>

#include "tests/server/operations/outcome.h"
#include "tests/support/gate_fixture.h"

namespace emulator::testing {

/// A user of the seed, and somebody who calls.
struct SeededUser {
  int id = 0;
  std::string name;
  std::string password;
};

namespace seeded {

inline const SeededUser adm0{11, "ADM0", "adm0"};
inline const SeededUser sal1{12, "SAL1", "sal1"};
inline const SeededUser usr8{13, "USR8", "usr8"};
inline const SeededUser sys0{14, "SYS0", "sys0"};
inline const SeededUser anon{15, "ANON", ""};
inline const SeededUser ext1{101, "ext1@fjord.example", "ext1"};
inline const SeededUser ext2{102, "ext2@fjord.example", "ext2"};
inline const SeededUser ext3{103, "ext3@nordlys.example", "ext3"};
inline const SeededUser nobody{99999, "nobody", ""};

}  // namespace seeded

inline std::string login(GateFixture& emulator, const SeededUser& user) {
  return emulator.login(user.name, user.password);
}

inline std::string associate_id(int id) { return element("AssociateId", std::to_string(id)); }

/// Whom a call is about: the parameter's name decides whether by id or by name.
inline std::string whom(const std::string& parameter, const SeededUser& user) {
  return element(parameter, parameter == "AssociateName" ? user.name : std::to_string(user.id));
}

/// An operation that gives a user a new password.
struct PasswordOperation {
  std::string name;
  std::string parameter;  ///< That names the user.
  std::string rest;       ///< The parameters behind it, with a good new password.
};

/// All but ChangeOwnPassword. Who is not the user itself need not know the old password.
inline std::vector<PasswordOperation> password_operations() {
  const std::string change = element("OldPassword", "") + element("NewPassword", "new");
  const std::string set = element("Password", "new");
  return {{"ChangePassword", "AssociateId", change},
          {"ChangePasswordFromName", "AssociateName", change},
          {"SetPassword", "AssociateId", set},
          {"SetPasswordFromName", "AssociateName", set},
          {"SetGeneratedPassword", "AssociateId", ""},
          {"SetGeneratedPasswordFromName", "AssociateName", ""}};
}

/// From now on passwords have 8 characters and a digit.
inline void set_rules(GateFixture& emulator) {
  store::PasswordRules rules = emulator.store().password_rules.get();
  rules.min_characters = 8;
  rules.min_numbers = 1;
  emulator.store().password_rules.save(rules, {});
}

/// The user of the directory that employee 12 is from now on, who has no password any more.
inline void put_in_directory(GateFixture& emulator) {
  emulator.store().credentials.remove_of(12);
  store::Credential row;
  row.associate_id = 12;
  row.type = "ActiveDirectory";
  row.search_name = "S-1-5-21-1";
  row.display_name = "EMULATOR\\siri.lund";
  emulator.store().credentials.save(row, {});
}

inline void retire(GateFixture& emulator, int id) {
  store::Associate associate = emulator.store().associates.find(id).value();
  associate.deleted = true;
  emulator.store().associates.save(associate, {});
}

}  // namespace emulator::testing
