#include "server/carriers/rights.h"

#include <doctest/doctest.h>

#include "server/envelope/message_parser.h"
#include "server/envelope/xml.h"
#include "tests/server/operations/user_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

constexpr const char* full = "Select Update Insert Delete";
constexpr const char* text = "Your role only gives you rights to read information.";

std::string mask_of_user(GateFixture& emulator, const std::string& ticket, int id) {
  return emulator.call(ticket, "GetUser", element("UserId", std::to_string(id)))
      .result("Response/TableRight/Mask");
}

// How many carriers' TableRights are nil, and how many say what may be done.
struct Count {
  int nil = 0;
  int filled = 0;
};

void count(const xmlNode* element, Count& counts) {
  for (const xmlNode* child : child_elements(element)) {
    if (xml_text(child->name) == "TableRight") ++(is_nil(child) ? counts.nil : counts.filled);
    count(child, counts);
  }
}

}  // namespace

TEST_CASE("Rights: a carrier says what its caller may do with it") {
  GateFixture emulator;
  struct Case {
    std::string name, password;
    int id;
    std::string mask;
  };
  for (const Case& c : {
           Case{"ADM0", "adm0", 12, full},
           Case{"USR8", "usr8", 12, full},
           Case{"SYS0", "sys0", 12, full},
           Case{"SAL1", "sal1", 12, "Select"},
           Case{"SAL1", "sal1", 101, "Select"},
           Case{"ext1@fjord.example", "ext1", 101, "Select"},
           Case{"ext3@nordlys.example", "ext3", 103, full},
           Case{"ext3@nordlys.example", "ext3", 101, "Select"},
           Case{"ext3@nordlys.example", "ext3", 12, "Select"},
       }) {
    CAPTURE(c.name);
    CAPTURE(c.id);
    CHECK(mask_of_user(emulator, emulator.login(c.name, c.password), c.id) == c.mask);
  }
}

TEST_CASE("Rights: who may only read is told why, and of each field that it may be read") {
  GateFixture emulator;
  const auto field = [&](const std::string& ticket, const std::string& part) {
    return emulator.call(ticket, "GetUser", element("UserId", "12"))
        .texts("Body/*/Response/FieldProperties/FieldPropertyDictionaryKeyValuePair/" + part);
  };
  const std::string sal = emulator.login("SAL1", "sal1");
  const std::string adm = emulator.login("ADM0", "adm0");
  CHECK(
      emulator.call(sal, "GetUser", element("UserId", "12")).result("Response/TableRight/Reason") ==
      text);
  CHECK(
      emulator.call(adm, "GetUser", element("UserId", "12")).result("Response/TableRight/Reason") ==
      "");
  CHECK(field(sal, "Key").at(0) == "Name");
  CHECK(field(sal, "Value/FieldRight/Mask").at(0) == "Read");
  CHECK(field(adm, "Value/FieldRight/Mask").at(0) == "Read Write");
  CHECK(field(adm, "Value/FieldType").at(0) == "String");
  CHECK(field(adm, "Value/FieldLength").at(0) == "239");
}

TEST_CASE("Rights: every carrier of an answer has them, those within others too") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const auto& [operation, parameters] :
       {std::pair<std::string, std::string>{"GetUser", element("UserId", "11")},
        {"GetRoleEntity", element("RoleEntityId", "4")},
        {"GetAllRoles", ""},
        {"GetUserInfoList",
         "<UserInfoIds xmlns:a=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">"
         "<a:int>11</a:int><a:int>101</a:int></UserInfoIds>"}}) {
    CAPTURE(operation);
    const Reply reply = emulator.call(ticket, operation, parameters);
    const XmlDocument document = parse_message(reply.xml());
    Count counts;
    count(xmlDocGetRootElement(document.get()), counts);
    CHECK(counts.nil == 0);
    CHECK(counts.filled > 0);
  }
}

TEST_CASE("Rights: what a client sends as its rights is of no consequence") {
  GateFixture emulator;
  const auto save = [&](const std::string& ticket, const std::string& mask) {
    std::string user = seeded_sal1().xml();
    user.insert(std::string("<User>").size(),
                "<TableRight>" + element("Mask", mask) + "<Reason>mine</Reason></TableRight>");
    return emulator.call(ticket, "SaveUser", user);
  };
  for (const std::string mask : {"", "Select"}) {
    CAPTURE(mask);
    const Reply saved = save(emulator.login("ADM0", "adm0"), mask);
    CHECK(outcome_of(saved) == "ok");
    CHECK(saved.result("Response/TableRight/Mask") == full);
    CHECK(saved.result("Response/TableRight/Reason") == "");
  }
  const std::string sal = emulator.login("SAL1", "sal1");
  CHECK(outcome_of(save(sal, full)) == "SoIllegalOperationException");
  CHECK(mask_of_user(emulator, sal, 12) == "Select");
}
