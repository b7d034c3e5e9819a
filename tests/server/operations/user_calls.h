#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/server/operations/outcome.h"
#include "tests/support/gate_fixture.h"

namespace emulator::testing {

/// A User as a client sends it: by default one that can be stored as a new external user. What is
/// empty or 0 is left out, but for names and id.
struct SentUser {
  int id = 0;
  std::string type = "ExternalAssociate";
  std::string name = "new";
  std::string user_name = "new";
  int person_id = 504;
  int role_id = 10;
  int group_id = 0;
  std::vector<int> other_groups{};
  std::vector<std::string> licenses{};  ///< Those that are Assigned, by name.
  std::string password{};
  std::string tooltip{};
  int rank = 0;
  int ej_user_id = 0;
  bool deleted = false;

  std::string xml() const { return element_of("User", content()); }

 private:
  static std::string element_of(const std::string& name, const std::string& content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }
  static std::string with_id(const std::string& name, const std::string& id_name, int id) {
    return id == 0 ? "" : element_of(name, element(id_name, std::to_string(id)));
  }

  std::string content() const {
    std::string groups;
    for (const int group : other_groups) groups += with_id("UserGroup", "Id", group);
    return element("AssociateId", std::to_string(id)) + element("Name", name) +
           element("Rank", std::to_string(rank)) + element("Tooltip", tooltip) + license_owners() +
           with_id("Role", "Id", role_id) + with_id("UserGroup", "Id", group_id) +
           element_of("OtherGroups", groups) + with_id("Person", "PersonId", person_id) +
           element("Deleted", deleted ? "true" : "false") +
           element("EjUserId", std::to_string(ej_user_id)) +
           (type.empty() ? "" : element("Type", type)) + credentials() +
           element("UserName", user_name);
  }

  std::string license_owners() const {
    std::string links;
    for (const std::string& license : licenses) {
      links +=
          element_of("ModuleLicenseLink", element("Assigned", "true") + element("Name", license));
    }
    return element_of("LicenseOwners",
                      element_of("LicenseOwner", element_of("RestrictedModuleLicenses", links)));
  }

  std::string credentials() const {
    if (password.empty()) return "";
    return element_of(
        "Credentials",
        element_of("Credential", element_of("Type", element("Type", "CRM5/PASSWORD")) +
                                     element("Value", password)));
  }
};

/// The seeded users, as GetUser shows them and a client sends them back.
inline SentUser seeded_sal1() {
  SentUser user{12, "InternalAssociate", "SAL1", "SAL1", 148, 3, 2};
  user.licenses = {"superoffice.user"};
  user.tooltip = "Siri Lund";
  user.rank = 2;
  return user;
}
inline SentUser seeded_ext1() {
  SentUser user{101, "ExternalAssociate", "ext1@fjord.example", "ext1@fjord.example", 501, 10};
  user.licenses = {"superoffice.extern-user-cal"};
  user.tooltip = "Kari Nord";
  user.rank = 6;
  return user;
}
inline SentUser seeded_sys0() {
  SentUser user{14, "SystemAssociate", "SYS0", "SYS0", 0, 12};
  user.licenses = {"superoffice.system-user-cal"};
  user.tooltip = "System user";
  user.rank = 4;
  return user;
}

/// A person who works at the owner company and is no user yet; the first one is 1001.
inline int new_colleague(GateFixture& emulator) {
  store::Person person;
  person.contact_id = 1;
  person.first_name = "Nora";
  person.last_name = "Ask";
  emulator.store().persons.save(person, {});
  return person.id;
}

/// A new employee who can be stored.
inline SentUser employee(int person_id) {
  return {0, "InternalAssociate", "NOA", "NOA", person_id, 3, 2};
}

inline Reply save(GateFixture& emulator, const std::string& ticket, const SentUser& user) {
  return emulator.call(ticket, "SaveUser", user.xml());
}

/// GetUser's answer to the administrator: a field.
inline std::string user_field(GateFixture& emulator, int id, const std::string& field) {
  return emulator
      .call(emulator.login("ADM0", "adm0"), "GetUser", element("UserId", std::to_string(id)))
      .result("Response/" + field);
}

}  // namespace emulator::testing
