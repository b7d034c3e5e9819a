#pragma once

#include <string>
#include <vector>

#include "tests/server/operations/password_calls.h"

namespace emulator::testing {

/// Parameter Credential: only the type's name is sent of the type.
inline std::string sent_credential(const std::string& type, const std::string& value,
                                   const std::string& display_value) {
  return "<Credential><Type>" + element("Type", type) + "</Type>" + element("Value", value) +
         element("DisplayValue", display_value) + "</Credential>";
}

inline std::string password(const std::string& value) {
  return sent_credential("CRM5/PASSWORD", value, "");
}

inline std::string directory_user(const std::string& value, const std::string& display_value) {
  return sent_credential("ActiveDirectory", value, display_value);
}

inline std::string user_id(int id) { return element("UserId", std::to_string(id)); }

/// User.Credentials in one line: type, value and display value of each.
inline std::string credentials_of(GateFixture& emulator, int id) {
  const Reply user = emulator.call(login(emulator, seeded::sys0), "GetUser", user_id(id));
  const std::string path = "Body/*/Response/Credentials/Credential/";
  std::string line;
  const auto types = user.texts(path + "Type/Type");
  for (std::size_t i = 0; i < types.size(); ++i) {
    line += (i == 0 ? "" : "; ") + types[i] + "|" + user.texts(path + "Value")[i] + "|" +
            user.texts(path + "DisplayValue")[i];
  }
  return line;
}

}  // namespace emulator::testing
