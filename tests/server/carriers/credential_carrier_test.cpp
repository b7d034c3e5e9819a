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
