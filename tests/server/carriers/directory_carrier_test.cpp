#include "server/carriers/directory_carrier.h"

#include <doctest/doctest.h>

#include "tests/server/carriers/shown.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE("Directory carrier: a group has a name for the service and one for people") {
  Shown rows;
  const auto group = rows.store().directory.find_groups("sales").at(0);
  const so__CredentialsGroup* wire = credentials_group_carrier(rows.context, group);
  CHECK(shown(wire->Name) == "EMULATOR\\Sales");
  CHECK(shown(wire->DisplayName) == "Sales");
}

TEST_CASE("Directory carrier: each user has a column for each heading, and what credentials need") {
  Shown rows;
  const auto users = rows.store().directory.find_users("");
  const auto* wire = credential_users_carrier(rows.context, rows.store(), users);
  using Texts = std::vector<std::string>;
  CHECK(wire->Headings->string == Texts{"Name", "Full name", "E-mail"});
  REQUIRE(wire->Users->CredentialUser.size() == 6);
  const so__CredentialUser& liv = *wire->Users->CredentialUser[1];
  CHECK(shown(liv.Value) == "S-1-5-21-1004336348-1177238915-682003330-1104");
  CHECK(shown(liv.DisplayValue) == "EMULATOR\\liv.haug");
  CHECK(liv.Columns->string ==
        Texts{"EMULATOR\\liv.haug", "Liv Haug", "liv.haug@emulator.example"});
}

TEST_CASE("Directory carrier: who has an address that no person has can become a person") {
  Shown rows;
  const auto users = rows.store().directory.find_users("");
  const auto* wire = credential_users_carrier(rows.context, rows.store(), users);
  std::vector<bool> can;
  for (const auto* user : wire->Users->CredentialUser) can.push_back(user->CanCreatePerson);
  CHECK(can == std::vector<bool>{false, true, false, false, false, false});
}

TEST_CASE("Directory carrier: nobody is an empty table with its headings") {
  Shown rows;
  const auto* wire = credential_users_carrier(rows.context, rows.store(), {});
  CHECK(wire->Headings->string.size() == 3);
  CHECK(wire->Users->CredentialUser.empty());
}
