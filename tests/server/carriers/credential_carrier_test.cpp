#include "server/carriers/credential_carrier.h"

#include <doctest/doctest.h>

#include "tests/server/carriers/shown.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE("Credential carrier: a password is shown by its owner's name, without its value") {
  Shown rows;
  const auto* wire = credentials_carrier(rows.context, rows.store(), 101);
  REQUIRE(wire->Credential.size() == 1);
  const so__Credential& password = *wire->Credential[0];
  CHECK(shown(password.Value) == "");
  CHECK(shown(password.DisplayValue) == "ext1@fjord.example");
  CHECK(shown(password.Type->Type) == "CRM5/PASSWORD");
  CHECK(shown(password.Type->DisplayType) == "Password");
  CHECK(password.Type->ValueControl == so__CredentialControlType::Password);
  CHECK(password.Type->IsUserNameSupported);
  CHECK(!password.Type->CanCreatePerson);
}

TEST_CASE("Credential carrier: tickets and secrets for other systems are not shown") {
  Shown rows;
  rows.emulator.login("ext1@fjord.example", "ext1");
  store::Credential imap;
  imap.associate_id = 101;
  imap.type = "imap";
  imap.search_name = "kari";
  imap.secret = "mail password";
  imap.usage = store::CredentialUsage::outbound;
  rows.store().credentials.save(imap, {});
  REQUIRE(rows.store().credentials.list_of(101).size() == 3);
  CHECK(credentials_carrier(rows.context, rows.store(), 101)->Credential.size() == 1);
}

TEST_CASE("Credential carrier: whoever cannot log in has an empty list") {
  Shown rows;
  CHECK(credentials_carrier(rows.context, rows.store(), 15)->Credential.empty());
}

TEST_CASE("Credential carrier: a user of the directory is shown with its value") {
  Shown rows;
  rows.store().credentials.remove_of(12);
  store::Credential siri;
  siri.associate_id = 12;
  siri.type = "ActiveDirectory";
  siri.search_name = "S-1-5-21-1";
  siri.display_name = "EMULATOR\\siri.lund";
  rows.store().credentials.save(siri, {});
  const auto* wire = credentials_carrier(rows.context, rows.store(), 12);
  REQUIRE(wire->Credential.size() == 1);
  const so__Credential& entry = *wire->Credential[0];
  CHECK(shown(entry.Value) == "S-1-5-21-1");
  CHECK(shown(entry.DisplayValue) == "EMULATOR\\siri.lund");
  CHECK(shown(entry.Type->Type) == "ActiveDirectory");
  CHECK(shown(entry.Type->DisplayType) == "Active Directory User");
  CHECK(entry.Type->ValueControl == so__CredentialControlType::Link);
  CHECK(entry.Type->CanCreatePerson);
  CHECK_FALSE(entry.Type->IsUserNameSupported);
}

TEST_CASE("Credential carrier: of what a client sends, the type's name, value and display value") {
  Shown rows;
  so__Credential wire;
  CHECK(credential_of_wire(wire) == CredentialDraft{});
  wire.Type = credential_type_carrier(rows.context, credential_kinds()[1]);
  std::string value = "S-1";
  std::string display_value = "liv";
  wire.Value = &value;
  wire.DisplayValue = &display_value;
  CHECK(credential_of_wire(wire) == CredentialDraft{"ActiveDirectory", "S-1", "liv"});
}
