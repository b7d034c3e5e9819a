#include "server/domain/access_table.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

using namespace emulator;

namespace {

struct Listed {
  std::string service, operation;
};

/// The operations as the WSDLs have them.
std::vector<Listed> listed() {
  return {
#define OPERATION(ServiceName, Name, Request, Response) Listed{#ServiceName, #Name},
#include "generated/operations.def"
#undef OPERATION
  };
}

bool begins_with_any(std::string_view name, std::initializer_list<const char*> beginnings) {
  return std::ranges::any_of(beginnings,
                             [&](const char* beginning) { return name.starts_with(beginning); });
}

using Names = std::set<std::string_view>;

/// Those of whom `holds` is true.
template <class Condition>
Names names_where(Condition holds) {
  Names names;
  for (const AccessRow& row : access_table()) {
    if (holds(row)) names.insert(row.operation);
  }
  return names;
}

}  // namespace

TEST_CASE("Access table: 84 rows, which are the operations in the WSDLs' order") {
  const auto operations = listed();
  REQUIRE(operations.size() == 84);
  REQUIRE(access_table().size() == operations.size());
  for (std::size_t i = 0; i < operations.size(); ++i) {
    CHECK(access_table()[i].operation == operations[i].operation);
  }
}

TEST_CASE("Access table: a ticket is needed for all of User, for none of SoPrincipal") {
  for (const Listed& one : listed()) {
    CAPTURE(one.operation);
    CHECK((access_of(one.operation).access == Access::anyone) == (one.service == "SoPrincipal"));
  }
}

TEST_CASE("Access table: an operation reads or writes as its name says") {
  for (const AccessRow& row : access_table()) {
    CAPTURE(row.operation);
    // CreateUserGroup makes a blank one, which is not stored (documented).
    const bool reads =
        begins_with_any(row.operation, {"Get", "Find", "Is", "Can", "CreateDefault"}) ||
        row.operation == "CreateUserGroup";
    CHECK(row.effect == (reads ? Effect::reads : Effect::writes));
  }
}

TEST_CASE("Access table: whoever writes needs more than a ticket") {
  CHECK(names_where([](const AccessRow& row) {
          return row.effect == Effect::writes && row.access == Access::ticket;
        }).empty());
}

TEST_CASE("Access table: a ticket is enough to read all but stored secrets") {
  CHECK(names_where([](const AccessRow& row) {
          return row.effect == Effect::reads && row.access > Access::ticket;
        }) ==
        Names{"GetServiceAuth", "GetUntrustedCredentials", "GetUntrustedCredentialsForAssociate"});
}

TEST_CASE("Access table: the external-user family asks for the documented right") {
  CHECK(names_where([](const AccessRow& row) {
          return row.access == Access::manage_external_users;
        }) == Names{"CreateExternalUser", "DeleteExternalUser", "SetExternalUserInfo",
                    "GenerateNewPasswordForExternalUser"});
}

TEST_CASE("Access table: what names its user is open to it, what does not is open to oneself") {
  for (const AccessRow& row : access_table()) {
    CAPTURE(row.operation);
    if (row.operation.ends_with("UntrustedCredentialsForAssociate")) {
      CHECK(row.access == Access::oneself_or_manager);
    } else if (row.operation.ends_with("UntrustedCredentials") &&
               row.operation != "CreateDefaultUntrustedCredentials") {
      CHECK(row.access == Access::oneself);
    }
  }
  CHECK(access_of("ChangeOwnPassword").access == Access::oneself);
  CHECK(access_of("ChangePassword").access == Access::oneself_or_manager);
}

TEST_CASE("Access table: a name that is not there is a bug of ours") {
  for (const char* const name : {"", "getuser", "GetUser ", "NoSuchOperation"}) {
    CAPTURE(name);
    CHECK_THROWS_AS(access_of(name), std::logic_error);
  }
  CHECK_THROWS_WITH(access_of("NoSuchOperation"), "no access is set for NoSuchOperation");
}
