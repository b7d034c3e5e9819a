#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/external_user_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

using Names = std::set<std::string>;

struct Part {
  std::string flag;
  Names cells;  ///< What it changes in the rows of 101.
};

const std::vector<Part>& parts() {
  static const std::vector<Part> table{
      {"UserName",
       {"associate[101].name", "associate[101].nameKey", "associate[101].userName",
        "associate[101].userNameKey", "associate[101].updated",
        "associate[101].updated_associate_id", "associate[101].updatedCount",
        "Credentials[5].searchName", "Credentials[5].displayName", "Credentials[5].updated",
        "Credentials[5].updated_associate_id", "Credentials[5].updatedCount"}},
      {"Password",
       {"Credentials[5].secret", "Credentials[5].updated", "Credentials[5].updated_associate_id",
        "Credentials[5].updatedCount"}},
      {"Role",
       {"UserRoleLink[101].role_id", "UserRoleLink[101].updated",
        "UserRoleLink[101].updated_associate_id", "UserRoleLink[101].updatedCount"}},
      {"Active",
       {"LicenseAssocLink[6,101].moduleLicenseId", "LicenseAssocLink[6,101].assocId",
        "LicenseAssocLink[6,101].registered", "LicenseAssocLink[6,101].registered_associate_id",
        "LicenseAssocLink[6,101].updated", "LicenseAssocLink[6,101].updated_associate_id",
        "LicenseAssocLink[6,101].updatedCount"}},
      {"UndefinedValue16", {}},
  };
  return table;
}

struct Subset {
  std::string flags;
  Names cells;

  bool has(const std::string& flag) const { return flags.find(flag) != std::string::npos; }
};

Subset subset(unsigned bits) {
  Subset made;
  for (std::size_t i = 0; i < parts().size(); ++i) {
    if ((bits >> i & 1U) == 0) continue;
    made.flags += (made.flags.empty() ? "" : " ") + parts()[i].flag;
    made.cells.insert(parts()[i].cells.begin(), parts()[i].cells.end());
  }
  return made;
}

/// Good values for what is asked for; for the rest values that would be refused or do harm.
std::string values(const Subset& asked) {
  return element("UserName", asked.has("UserName") ? "kari@fjord.example" : "ADM0") +
         element("Password", asked.has("Password") ? "new" : "") + element("IsActive", "false") +
         element("RoleId", asked.has("Role") ? "13" : "1");
}

}  // namespace

TEST_CASE("SetExternalUserInfo: each set of flags changes the cells of its parts and no other") {
  for (unsigned bits = 0; bits < 1U << parts().size(); ++bits) {
    const Subset asked = subset(bits);
    CAPTURE(asked.flags);
    GateFixture emulator;
    const std::string ticket = emulator.login("USR8", "usr8");
    const Cells before = Cells::of(emulator.store());
    const Reply reply =
        emulator.call(ticket, "SetExternalUserInfo", set_info(101, values(asked), asked.flags));
    CHECK(outcome_of(reply) == "ok");
    CHECK(reply.xml().find("<SetExternalUserInfoResponse") != std::string::npos);
    CHECK(reply.texts("Body/SetExternalUserInfoResponse/*").empty());
    const Cells after = Cells::of(emulator.store());
    CHECK(listed(before.changed_to(after)) == listed(asked.cells));
    for (const std::string& cell : asked.cells) {
      if (cell.starts_with("LicenseAssocLink")) {
        CHECK(after.at(cell) == "(none)");
      } else if (cell.ends_with(".updated_associate_id")) {
        CHECK(after.at(cell) == "13");
      } else if (cell.ends_with(".updated")) {
        CHECK(after.at(cell) == "2026-01-15T09:00:00");
      }
    }
  }
}

TEST_CASE("SetExternalUserInfo: the values are those of the request") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const std::string values = element("UserName", "Kari@Fjord.example") +
                             element("Password", "Pa55 wörd") + element("IsActive", "true") +
                             element("RoleId", "13");
  CHECK(outcome_of(emulator.call(ticket, "SetExternalUserInfo",
                                 set_info(102, values, "Active Role Password UserName"))) == "ok");
  const Cells cells = Cells::of(emulator.store());
  CHECK(cells.at("associate[102].name") == "Kari@Fjord.example");
  CHECK(cells.at("associate[102].userName") == "Kari@Fjord.example");
  CHECK(cells.at("associate[102].nameKey") == "kari@fjord.example");
  CHECK(cells.at("associate[102].userNameKey") == "kari@fjord.example");
  CHECK(cells.at("Credentials[6].searchName") == "kari@fjord.example");
  CHECK(cells.at("Credentials[6].displayName") == "Kari@Fjord.example");
  CHECK(cells.at("Credentials[6].secret").rfind("$argon2id$", 0) == 0);
  CHECK(cells.at("UserRoleLink[102].role_id") == "13");
  CHECK(cells.at("LicenseAssocLink[6,102].registered_associate_id") == "11");
  CHECK(emulator.login("kari@fjord.example", "Pa55 wörd") != "");
}

TEST_CASE("SetExternalUserInfo: without the flags' element nothing changes, nor when it is empty") {
  const std::string values = element("UserName", "x") + element("Password", "x") +
                             element("IsActive", "false") + element("RoleId", "13");
  for (const std::string& flags : {std::string(), element("ExternalUserInfoModification", ""),
                                   element("ExternalUserInfoModification", "UndefinedValue16")}) {
    CAPTURE(flags);
    GateFixture emulator;
    const std::string ticket = emulator.login("ADM0", "adm0");
    const Cells before = Cells::of(emulator.store());
    emulator.advance(std::chrono::hours(1));
    CHECK(outcome_of(emulator.call(ticket, "SetExternalUserInfo",
                                   element("AssociateId", "101") + values + flags)) == "ok");
    // The ticket that was used for it is renewed; nothing else is touched.
    CHECK(listed(before.rows_changed_to(Cells::of(emulator.store()))) == "Credentials[1001]");
  }
}

TEST_CASE("SetExternalUserInfo: what is active already, or inactive, is left as it is") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const Cells before = Cells::of(emulator.store());
  emulator.call(ticket, "SetExternalUserInfo", set_active(101, true));
  emulator.call(ticket, "SetExternalUserInfo", set_active(102, false));
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
}

TEST_CASE("SetExternalUserInfo: flag Active without IsActive makes inactive") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  CHECK(outcome_of(emulator.call(ticket, "SetExternalUserInfo", set_info(101, "", "Active"))) ==
        "ok");
  CHECK(user_info(emulator, ticket, 101, "CanLogon") == "false");
}
