#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "server/envelope/contract.h"
#include "tests/server/operations/password_calls.h"

// What TableRight and FieldProperties say of the carriers that can be saved (A-CARRIER-RIGHTS), to
// who may save them and to who may only read. User stands in rights_test.cpp, as far as it differs.

using namespace emulator;
using namespace emulator::testing;

namespace {

/// A carrier that can be saved, and a call that answers one to everybody.
struct Saved {
  std::string carrier, operation, parameters;
  std::string writers;              ///< Who may change it, of `callers` below.
  std::vector<std::string> fields;  ///< Those that can be written: name, type and length.
};

const std::vector<Saved> saved_carriers{
    {"User",
     "GetUser",
     "<UserId>12</UserId>",
     "ADM0 USR8 SYS0",
     {"Name String 239", "Rank Short 0", "Tooltip String 254", "Role Role 0",
      "UserGroup UserGroup 0", "OtherGroups Array 0", "Deleted Boolean 0", "UserName String 239",
      "LicenseOwners Array 0", "Credentials Array 0", "EjUserId Int 0"}},
    {"RoleEntity",
     "GetRoleEntity",
     "<RoleEntityId>4</RoleEntityId>",
     "ADM0 SYS0",
     {"Name String 239", "Tooltip String 254", "Rank Short 0", "UseCategories Short 0",
      "DataRights DataRights 0"}},
    {"UserGroup",
     "GetUserGroup",
     "<UserGroupId>2</UserGroupId>",
     "ADM0 USR8 SYS0",
     {"Value String 239", "Tooltip String 254", "Rank Short 0", "Deleted Short 0"}},
    {"ServiceAuth",
     "CreateDefaultServiceAuth",
     "",
     "ADM0 SYS0",
     {"Server String 255", "Port Int 0", "AuthType String 255", "Username String 255",
      "Password String 255"}},
    {"UntrustedCredentials",
     "CreateDefaultUntrustedCredentials",
     "",
     "ADM0 USR8 SYS0 SAL1 ext1@fjord.example ext3@nordlys.example",
     {"ValidFrom DateTime 0", "ValidTo DateTime 0", "Comment String 255", "SecretValue String 70",
      "PublicValue String 238", "IsActive Boolean 0"}},
};

/// All kinds of callers; the last one is the anonymous user, who has no ticket.
const std::vector<SeededUser> callers{seeded::adm0, seeded::usr8, seeded::sys0, seeded::sal1,
                                      seeded::ext1, seeded::ext3, {15, "", ""}};

ServiceSettings with_anonymous_user() {
  ServiceSettings settings;
  settings.allowed_user_types.insert(store::AssociateType::anonymous);
  settings.anonymous_user = "ANON";
  return settings;
}

std::string ticket_of(GateFixture& emulator, const SeededUser& caller) {
  return caller.name.empty() ? "" : login(emulator, caller);
}

bool may_write(const Saved& saved, const SeededUser& caller) {
  return !caller.name.empty() && saved.writers.find(caller.name) != std::string::npos;
}

/// FieldProperties of the answer: a part of each.
std::vector<std::string> parts(const Reply& reply, const std::string& part) {
  return reply.texts("Body/*/Response/FieldProperties/FieldPropertyDictionaryKeyValuePair/" + part);
}

}  // namespace

TEST_CASE("Rights: each carrier that can be saved says whether this caller may") {
  GateFixture emulator(with_anonymous_user());
  for (const Saved& saved : saved_carriers) {
    for (const SeededUser& caller : callers) {
      CAPTURE(saved.carrier);
      CAPTURE(caller.id);
      const Reply reply =
          emulator.call(ticket_of(emulator, caller), saved.operation, saved.parameters);
      REQUIRE(outcome_of(reply) == "ok");
      const bool may = may_write(saved, caller);
      CHECK(reply.result("Response/TableRight/Mask") ==
            (may ? "Select Update Insert Delete" : "Select"));
      CHECK(reply.result("Response/TableRight/Reason") ==
            (may ? "" : "Your role only gives you rights to read information."));
    }
  }
}

TEST_CASE("Rights: each field that can be written has its type and length, for readers too") {
  GateFixture emulator(with_anonymous_user());
  for (const Saved& saved : saved_carriers) {
    for (const SeededUser& caller : callers) {
      CAPTURE(saved.carrier);
      CAPTURE(caller.id);
      const Reply reply =
          emulator.call(ticket_of(emulator, caller), saved.operation, saved.parameters);
      std::vector<std::string> lines;
      const auto names = parts(reply, "Key");
      for (std::size_t i = 0; i < names.size(); ++i) {
        lines.push_back(names[i] + " " + parts(reply, "Value/FieldType").at(i) + " " +
                        parts(reply, "Value/FieldLength").at(i));
      }
      CHECK(lines == saved.fields);
      const std::string mask = may_write(saved, caller) ? "Read Write" : "Read";
      CHECK(parts(reply, "Value/FieldRight/Mask") ==
            std::vector<std::string>(saved.fields.size(), mask));
      CHECK(parts(reply, "Value/FieldRight/Reason") ==
            std::vector<std::string>(saved.fields.size(), ""));
    }
  }
}

TEST_CASE("Rights: the fields are those of the contract, by its names and its types") {
  // How the contract calls the types; carriers and arrays of them are objects there.
  const std::map<std::string, std::string> names{{"String", "string"},
                                                 {"Short", "short"},
                                                 {"Int", "int"},
                                                 {"Boolean", "boolean"},
                                                 {"DateTime", "dateTime"}};
  for (const Saved& saved : saved_carriers) {
    const ContractOperation* save = Contract::of(Service::user).operation("Save" + saved.carrier);
    REQUIRE(save != nullptr);
    // The last parameter of each of these operations is the carrier.
    const ContractType& carrier = *save->request->fields.back().type;
    CHECK(carrier.name == saved.carrier);
    for (const std::string& line : saved.fields) {
      CAPTURE(line);
      const std::string name = line.substr(0, line.find(' '));
      const std::string type = line.substr(name.size() + 1, line.rfind(' ') - name.size() - 1);
      const auto field = std::ranges::find(carrier.fields, name, &ContractField::name);
      REQUIRE(field != carrier.fields.end());
      const std::string in_contract = field->type->name;
      if (type == "Array") {
        CHECK(in_contract.starts_with("ArrayOf"));
      } else {
        CHECK(in_contract == (names.contains(type) ? names.at(type) : type));
      }
    }
  }
}
