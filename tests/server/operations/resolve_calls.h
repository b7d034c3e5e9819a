#pragma once

#include <string>
#include <vector>

#include "tests/server/operations/credential_xml.h"
#include "tests/server/operations/external_user_calls.h"

namespace emulator::testing {

/// Parameters of ResolveUserFromInfo: by default those of a new external user.
struct Sought {
  int contact_id = 2;
  std::string name = "Nina Marie Dal";
  std::vector<std::string> phones{};
  std::vector<std::string> emails{"nina@fjord.example"};
  std::string type = "ExternalAssociate";
  std::string credential = password("first");

  std::string xml() const {
    return element("ContactId", std::to_string(contact_id)) + element("PersonName", name) +
           list_of("PhoneNumbers", phones) + list_of("Emails", emails) +
           (type.empty() ? "" : element("UserType", type)) + credential;
  }

 private:
  static std::string list_of(const std::string& name, const std::vector<std::string>& texts) {
    std::string items;
    for (const std::string& text : texts) items += "<a:string>" + text + "</a:string>";
    return "<" + name + " xmlns:a=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">" +
           items + "</" + name + ">";
  }
};

inline Reply resolve(GateFixture& emulator, const std::string& ticket, const Sought& sought) {
  return emulator.call(ticket, "ResolveUserFromInfo", sought.xml());
}

}  // namespace emulator::testing
