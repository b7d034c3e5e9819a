#pragma once

#include <string>

#include "tests/support/messages.h"

namespace emulator::testing {

/// Parameter Credential: only the type's name is sent of the type.
inline std::string credential(const std::string& type, const std::string& value,
                              const std::string& display_value) {
  return "<Credential><Type>" + element("Type", type) + "</Type>" + element("Value", value) +
         element("DisplayValue", display_value) + "</Credential>";
}

inline std::string password(const std::string& value, const std::string& display_value = "") {
  return credential("CRM5/PASSWORD", value, display_value);
}

inline std::string directory_user(const std::string& value, const std::string& display_value) {
  return credential("ActiveDirectory", value, display_value);
}

}  // namespace emulator::testing
