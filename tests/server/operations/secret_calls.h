#pragma once

#include <doctest/doctest.h>

#include <string>

#include "tests/server/operations/password_calls.h"

namespace emulator::testing {

/// Parameter Credentials of SaveUntrustedCredentials; dates that are empty are not sent.
struct Secret {
  std::string public_value{};
  std::string secret_value{};
  std::string comment{};
  std::string valid_from{};
  std::string valid_to{};
  std::string is_active = "true";

  std::string xml() const {
    return "<Credentials>" + (valid_from.empty() ? "" : element("ValidFrom", valid_from)) +
           (valid_to.empty() ? "" : element("ValidTo", valid_to)) + element("Comment", comment) +
           element("SecretValue", secret_value) + element("PublicValue", public_value) +
           element("IsActive", is_active) + "</Credentials>";
  }
};

/// Whose secrets a call is about; empty: the caller's own.
using Owner = std::string;
inline const Owner own;

inline std::string for_owner(const std::string& operation, const Owner& owner) {
  return owner.empty() ? operation : operation + "ForAssociate";
}

inline Reply save_for(GateFixture& emulator, const std::string& ticket, const Owner& owner,
                      const std::string& type, const Secret& secret) {
  return emulator.call(ticket, for_owner("SaveUntrustedCredentials", owner),
                       owner + element("Type", type) + secret.xml());
}

/// Saves one of the caller's own, which must succeed.
inline void save(GateFixture& emulator, const std::string& ticket, const std::string& type,
                 const Secret& secret) {
  REQUIRE(outcome_of(save_for(emulator, ticket, own, type, secret)) == "ok");
}

inline Reply remove(GateFixture& emulator, const std::string& ticket, const std::string& type,
                    const std::string& public_value, const Owner& owner = own) {
  return emulator.call(ticket, for_owner("RemoveUntrustedCredentials", owner),
                       owner + element("Type", type) + element("PublicValue", public_value));
}

/// What the caller sees, as `public=secret` with blanks between; else how it is refused, or `nil`.
inline std::string secrets(GateFixture& emulator, const std::string& ticket,
                           const std::string& type, const Owner& owner = own) {
  const Reply reply = emulator.call(ticket, for_owner("GetUntrustedCredentials", owner),
                                    owner + element("Type", type));
  if (outcome_of(reply) != "ok") return outcome_of(reply);
  if (reply.result("Response") == "(nil)") return "nil";
  const std::string path = "Body/*/Response/UntrustedCredentials/";
  const auto names = reply.texts(path + "PublicValue");
  const auto values = reply.texts(path + "SecretValue");
  std::string line;
  for (std::size_t i = 0; i < names.size(); ++i) {
    line += (i == 0 ? "" : " ") + names[i] + "=" + values[i];
  }
  return line;
}

}  // namespace emulator::testing
