#include "server/envelope/soap_context.h"

#include <doctest/doctest.h>

#include "tests/server/envelope/reading.h"
#include "tests/support/messages.h"

namespace emulator::testing {
namespace {

using Flag = so__ExternalUserInfoModification;

// Through the reader, as in the gate: what gSOAP makes of it.
_so__SetExternalUserInfo parsed(SoapContext& context, const std::string& parameters) {
  const Reading reading = read_parameters(ContractMode::lenient, "SetExternalUserInfo", parameters);
  REQUIRE(reading.outcome() == "ok");
  _so__SetExternalUserInfo request;
  REQUIRE(context.parse(reading.reader().payload(), request, "so:SetExternalUserInfo"));
  return request;
}

std::string text_of(const std::string* text) { return text == nullptr ? "(null)" : *text; }

std::string* owned(SoapContext& context, const std::string& text) {
  std::string* copy = soap_new_std__string(context.get());
  *copy = text;
  return copy;
}

}  // namespace

TEST_CASE("SOAP context: numbers are read as the check has read them") {
  SoapContext context;
  const std::pair<std::string, int> numbers[] = {
      {"42", 42},           {" 42 ", 42},           {"+5", 5},       {"-0", 0},
      {"007", 7},           {"\n\t9\n", 9},         {"-1", -1},      {"2147483647", 2147483647},
      {"4<!-- x -->2", 42}, {"<![CDATA[4]]>2", 42}, {"4<?x?>2", 42}, {"&#52;2", 42},
  };
  for (const auto& one : numbers) {
    CAPTURE(one.first);
    CHECK(parsed(context, "<AssociateId>" + one.first + "</AssociateId>").AssociateId ==
          one.second);
  }
  CHECK(parsed(context, "").AssociateId == 0);
}

TEST_CASE("SOAP context: booleans and flags are read as the check has read them") {
  SoapContext context;
  for (const std::string yes : {"true", "1", " true ", "\n1\n"}) {
    CHECK(parsed(context, "<IsActive>" + yes + "</IsActive>").IsActive);
  }
  for (const std::string no : {"false", "0", " false "}) {
    CHECK_FALSE(parsed(context, "<IsActive>" + no + "</IsActive>").IsActive);
  }
  CHECK_FALSE(parsed(context, "").IsActive);
  const auto flags = [&](const std::string& text) {
    return static_cast<int>(
        parsed(context, "<ExternalUserInfoModification>" + text + "</ExternalUserInfoModification>")
            .ExternalUserInfoModification);
  };
  CHECK(flags("") == 0);
  CHECK(flags("UserName") == static_cast<int>(Flag::UserName));
  CHECK(flags(" UserName\tActive ") ==
        (static_cast<int>(Flag::UserName) | static_cast<int>(Flag::Active)));
  CHECK(flags("x:Role x:UndefinedValue16") ==
        (static_cast<int>(Flag::Role) | static_cast<int>(Flag::UndefinedValue16)));
}

TEST_CASE("SOAP context: strings are read to the byte; nil and absent are null") {
  SoapContext context;
  const std::pair<std::string, std::string> texts[] = {
      {"<Password/>", ""},
      {"<Password> a  b\n</Password>", " a  b\n"},
      {"<Password>a&#13;\n&#9;b</Password>", "a\r\n\tb"},
      {"<Password>a\r\nb</Password>", "a\nb"},
      {"<Password>&lt;b&gt;&amp;&quot;&apos;</Password>", "<b>&\"'"},
      {"<Password><![CDATA[<b>&amp;]]>]]&gt;</Password>", "<b>&amp;]]>"},
      {"<Password>\xC3\xA6\xE2\x82\xAC\xF0\x9F\x98\x80</Password>",
       "\xC3\xA6\xE2\x82\xAC\xF0\x9F\x98\x80"},
      {"<Password>a<!-- x -->b<?y?>c</Password>", "abc"},
      {"<Password>" + std::string(200000, 'x') + "</Password>", std::string(200000, 'x')},
      {"<Password i:nil=\"true\">x</Password>", "(null)"},
      {"", "(null)"},
  };
  for (const auto& one : texts) {
    CAPTURE(one.first.substr(0, 100));
    CHECK(text_of(parsed(context, one.first).Password) == one.second);
  }
}

TEST_CASE("SOAP context: nested carriers and arrays are read") {
  SoapContext context;
  const Reading reading = read_parameters(
      ContractMode::lenient, "SaveUser",
      "<User><AssociateId>7</AssociateId><OtherGroups><UserGroup><Id>1</Id></UserGroup><UserGroup>"
      "<Id>2</Id></UserGroup></OtherGroups><Person i:nil=\"true\"/><Type>SystemAssociate</Type>"
      "</User>");
  _so__SaveUser request;
  REQUIRE(context.parse(reading.reader().payload(), request, "so:SaveUser"));
  REQUIRE(request.User != nullptr);
  CHECK(request.User->AssociateId == 7);
  REQUIRE(request.User->OtherGroups != nullptr);
  REQUIRE(request.User->OtherGroups->UserGroup.size() == 2);
  CHECK(request.User->OtherGroups->UserGroup[1]->Id == 2);
  CHECK(request.User->Person == nullptr);
  CHECK(request.User->Type == so__UserType::SystemAssociate);
}

TEST_CASE("SOAP context: what is no XML is refused, and the context goes on working") {
  SoapContext context;
  _so__GetUser request;
  for (const std::string bad : {"", "x", "<GetUser", "<Other xmlns=\"urn:x\"/>"}) {
    CAPTURE(bad);
    CHECK_FALSE(context.parse(bad, request, "so:GetUser"));
    CHECK_FALSE(context.error().empty());
    CHECK(parsed(context, "<RoleId>3</RoleId>").RoleId == 3);
  }
}

TEST_CASE("SOAP context: null is written as nil, empty as empty, and nothing says its type") {
  SoapContext context;
  so__Role role;
  role.soap_default(context.get());
  role.Id = 7;
  role.Value = owned(context, "");
  CHECK(context.written(role, "so:Role") ==
        std::string("<Role xmlns=\"") + services_uri +
            "\"><TableRight xsi:nil=\"true\"/><FieldProperties xsi:nil=\"true\"/><Id>7</Id>"
            "<Value/><Tooltip xsi:nil=\"true\"/></Role>");
}

TEST_CASE("SOAP context: text is escaped so that it is read back as it was") {
  SoapContext context;
  for (const std::string text :
       {"<b>&amp;\"'", "]]>", "a\rb\nc\td", " blanks ", "\xC3\xA6\xF0\x9F\x98\x80"}) {
    CAPTURE(text);
    so__SoCredentials credentials;
    credentials.soap_default(context.get());
    credentials.Ticket = owned(context, text);
    const std::string xml = context.written(credentials, "so:Credentials");
    so__SoCredentials copy;
    REQUIRE(context.parse(xml, copy, "so:Credentials"));
    CHECK(text_of(copy.Ticket) == text);
  }
}

TEST_CASE("SOAP context: a response without content is an element by itself") {
  SoapContext context;
  _so__SetExternalUserInfoResponse response;
  response.soap_default(context.get());
  CHECK(context.written(response, "so:SetExternalUserInfoResponse") ==
        std::string("<SetExternalUserInfoResponse xmlns=\"") + services_uri +
            "\"></SetExternalUserInfoResponse>");
  context.clear();
  CHECK(context.written(response, "so:SetExternalUserInfoResponse").find("<?xml") ==
        std::string::npos);
}

TEST_CASE("SOAP context: the time zone is that of one call, UTC before it is set and after it") {
  SoapContext context;
  const auto noon = [&] { return context.time_zone().to_local("2021-07-15T12:00:00"); };
  CHECK(noon() == "2021-07-15T12:00:00");
  context.set_time_zone(TimeZone::of(261, "NO").value());
  CHECK(noon() == "2021-07-15T14:00:00");
  context.set_time_zone(TimeZone::of(460, "US-NY").value());
  CHECK(noon() == "2021-07-15T08:00:00");
  context.clear();
  CHECK(noon() == "2021-07-15T12:00:00");
}

}  // namespace emulator::testing
