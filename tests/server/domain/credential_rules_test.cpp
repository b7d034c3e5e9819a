#include "server/domain/credential_rules.h"

#include <doctest/doctest.h>

using namespace emulator;
using store::AssociateType;

TEST_CASE("Credential rules: there are a password and a user of a directory, with their texts") {
  const CredentialKind& password = credential_kinds()[0];
  CHECK(password.type == "CRM5/PASSWORD");
  CHECK(password.display_type == "Password");
  CHECK(password.description == "SuperOffice is responsible for user name and password.");
  const CredentialKind& directory = credential_kinds()[1];
  CHECK(directory.type == "ActiveDirectory");
  CHECK(directory.display_type == "Active Directory User");
  CHECK(directory.description ==
        "Active Directory (Windows) is responsible for user name and password.");
}

TEST_CASE("Credential rules: types are known as they are written, tickets are none") {
  for (const CredentialKind& kind : credential_kinds()) CHECK(credential_kind(kind.type) == &kind);
  for (const char* none : {"", "Ticket", "AccessToken", "imap", "crm5/password", "Password"}) {
    CHECK(credential_kind(none) == nullptr);
  }
}

TEST_CASE("Credential rules: who can have what") {
  struct Case {
    AssociateType type;
    bool password, directory;
  };
  for (const Case& c : {
           Case{AssociateType::employee, true, true},
           Case{AssociateType::external_person, true, false},
           Case{AssociateType::system, true, false},
           Case{AssociateType::resource, false, false},
           Case{AssociateType::anonymous, false, false},
       }) {
    CAPTURE(static_cast<int>(c.type));
    CHECK(can_have(c.type, credential_kinds()[0]) == c.password);
    CHECK(can_have(c.type, credential_kinds()[1]) == c.directory);
  }
}
