#pragma once

#include <string>
#include <vector>

#include "tests/server/operations/credential_xml.h"
#include "tests/server/operations/password_calls.h"

namespace emulator::testing {

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
