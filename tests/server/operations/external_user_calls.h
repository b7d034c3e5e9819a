#pragma once

#include <string>
#include <vector>

#include "tests/server/operations/outcome.h"
#include "tests/support/gate_fixture.h"

namespace emulator::testing {

/// Parameters of SetExternalUserInfo: `parts` is the XML between the id and the flags.
inline std::string set_info(int associate_id, const std::string& parts, const std::string& flags) {
  return element("AssociateId", std::to_string(associate_id)) + parts +
         element("ExternalUserInfoModification", flags);
}

inline std::string set_name(int associate_id, const std::string& name) {
  return set_info(associate_id, element("UserName", name), "UserName");
}
inline std::string set_password(int associate_id, const std::string& password) {
  return set_info(associate_id, element("Password", password), "Password");
}
inline std::string set_active(int associate_id, bool active) {
  return set_info(associate_id, element("IsActive", active ? "true" : "false"), "Active");
}
inline std::string set_role(int associate_id, int role_id) {
  return set_info(associate_id, element("RoleId", std::to_string(role_id)), "Role");
}

inline std::string times(int count, const std::string& text) {
  std::string made;
  for (int i = 0; i < count; ++i) made += text;
  return made;
}

/// Parameters of CreateExternalUser.
struct NewUser {
  int person_id = 504;
  std::string user_name = "new@fjord.example";
  std::string password = "secret";
  int role_id = 10;
  bool is_active = true;

  std::string xml() const {
    return element("PersonId", std::to_string(person_id)) + element("UserName", user_name) +
           element("Password", password) + element("RoleId", std::to_string(role_id)) +
           element("IsActive", is_active ? "true" : "false");
  }
};

/// The outcome of GetUserInfo and the like: a field, of an associate.
inline std::string user_info(GateFixture& emulator, const std::string& ticket, int associate_id,
                             const std::string& field) {
  return emulator.call(ticket, "GetUserInfo", element("UserInfoId", std::to_string(associate_id)))
      .result("Response/" + field);
}

}  // namespace emulator::testing
