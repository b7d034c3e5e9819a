#include <algorithm>

#include "tests/conformance/case.h"
#include "tests/conformance/cases/own_secrets.h"
#include "tests/conformance/cases/own_users.h"
#include "tests/conformance/expect.h"

namespace conformance {
namespace {

constexpr std::string_view argument = "SoInvalidArgumentException";
constexpr std::string_view open_end = "9999-12-31T23:59:59";

/// Of the first in the list.
void expect_first(const Answer& list, const std::string& member, std::string_view value) {
  expect_text(list, "UntrustedCredentials/" + member, value);
}

CONFORMANCE_CASE("CreateDefaultUntrustedCredentials", "is blank, and not stored",
                 .source = Source::document) {
  const Answer answer = session.call(Call("CreateDefaultUntrustedCredentials"));
  expect_text(answer, "PublicValue", "");
  expect_text(answer, "SecretValue", "");
  expect_text(answer, "Comment", "");
}

CONFORMANCE_CASE("CreateDefaultUntrustedCredentials", "begins now, has no end, and is active",
                 .source = Source::inferred, .assumption = "A-SECRET-DATES") {
  const Answer answer = session.call(Call("CreateDefaultUntrustedCredentials"));
  expect_text(answer, "ValidTo", open_end);
  expect_text(answer, "IsActive", "true");
  expect(answer.text("ValidFrom") > "2020", "ValidFrom is " + answer.text("ValidFrom"));
}

CONFORMANCE_CASE("SaveUntrustedCredentials", "stores all members for the caller",
                 .source = Source::document, .writes = true) {
  const std::string type = own_secrets(session);
  const Answer answer =
      session.call(save_secret(type,
                               "<ValidFrom>2020-02-29T12:00:00</ValidFrom>"
                               "<ValidTo>2030-01-01T00:00:00</ValidTo><Comment>why</Comment>"
                               "<SecretValue>Secret-1</SecretValue><PublicValue>me</PublicValue>"
                               "<IsActive>true</IsActive>"));
  expect_success(answer);
  expect(answer.body().children().empty(), "the answer of a void operation has something in it");
  const Answer list = secrets(session, type);
  expect_first(list, "PublicValue", "me");
  expect_first(list, "SecretValue", "Secret-1");
  expect_first(list, "Comment", "why");
  expect_first(list, "ValidFrom", "2020-02-29T12:00:00");
  expect_first(list, "ValidTo", "2030-01-01T00:00:00");
  expect_first(list, "IsActive", "true");
}

CONFORMANCE_CASE("SaveUntrustedCredentials", "with the same Type and PublicValue replaces",
                 .source = Source::inferred, .writes = true, .assumption = "A-SECRET-KEY") {
  const std::string type = own_secrets(session);
  expect_success(session.call(save_secret(type, secret("one", "me"))));
  expect_success(session.call(save_secret(type, secret("two", "me"))));
  expect_success(session.call(save_secret(type, secret("three", "ME"))));
  const Answer list = secrets(session, type);
  expect_equal("the number of secrets", list.response().children().size(), std::size_t{2});
  std::vector<std::string> values;
  for (const Element& one : list.response().children()) {
    values.push_back(one.at("SecretValue").text());
  }
  std::ranges::sort(values);
  expect(values == std::vector<std::string>{"three", "two"}, "they are other secrets");
}

CONFORMANCE_CASE("SaveUntrustedCredentials", "PublicValue may be empty", .source = Source::inferred,
                 .writes = true, .assumption = "A-SECRET-KEY") {
  const std::string type = own_secrets(session);
  expect_success(session.call(save_secret(type, secret("one", ""))));
  expect_first(secrets(session, type), "SecretValue", "one");
}

CONFORMANCE_CASE("SaveUntrustedCredentials", "without a Type, or with one of log-ins, is refused",
                 .source = Source::inferred, .writes = true, .assumption = "A-SECRET-KEY") {
  for (const char* type : {"", "CRM5/PASSWORD", "ActiveDirectory", "Ticket"}) {
    const Answer answer = session.call(save_secret(type, secret("one", session.prefix())));
    if (answer.succeeded()) {
      session.call(remove_secret(type, session.prefix()));
      fail("'" + std::string(type) + "' is taken for a type");
    }
    expect_refused(answer, argument);
  }
}

CONFORMANCE_CASE("SaveUntrustedCredentials", "without Credentials is refused",
                 .source = Source::inferred, .writes = true, .assumption = "A-ARGUMENT") {
  const std::string type = own_secrets(session);
  const Call call = Call("SaveUntrustedCredentials").text("Type", type);
  expect_refused(session.call(call), argument);
  expect_refused(session.call(Call(call).nil("Credentials")), argument);
  expect(secrets(session, type).response().children().empty(), "a secret is stored");
}

CONFORMANCE_CASE("SaveUntrustedCredentials", "texts of the documented lengths are kept as they are",
                 .source = Source::document, .writes = true) {
  const std::string type = own_secrets(session);
  const std::string value(70, 's');
  const std::string name(238, 'p');
  const std::string comment(255, 'c');
  expect_success(session.call(save_secret(type, secret(value, name, comment))));
  const Answer list = secrets(session, type);
  expect_first(list, "SecretValue", value);
  expect_first(list, "PublicValue", name);
  expect_first(list, "Comment", comment);
}

CONFORMANCE_CASE("SaveUntrustedCredentials", "longer texts are refused", .source = Source::inferred,
                 .writes = true, .assumption = "A-SECRET-KEY") {
  const std::string type = own_secrets(session);
  for (const std::string& members :
       {secret(std::string(71, 's'), "me"), secret("one", std::string(239, 'p')),
        secret("one", "me", std::string(256, 'c'))}) {
    expect_refused(session.call(save_secret(type, members)), argument);
  }
  expect(secrets(session, type).response().children().empty(), "a secret is stored");
}

CONFORMANCE_CASE("SaveUntrustedCredentials", "without dates begins now, has no end, is not active",
                 .source = Source::inferred, .writes = true, .assumption = "A-SECRET-DATES") {
  const std::string type = own_secrets(session);
  expect_success(session.call(save_secret(type, secret("one", "me"))));
  const Answer list = secrets(session, type);
  expect_first(list, "ValidTo", open_end);
  expect_first(list, "IsActive", "false");
  const std::string from = list.text("UntrustedCredentials/ValidFrom");
  expect(from > "2020", "ValidFrom is " + from);
}

// Without a TimeZone dates are in the base time zone, which is UTC where nobody set another.
CONFORMANCE_CASE("SaveUntrustedCredentials", "Z and an offset in a date are heeded",
                 .source = Source::inferred, .writes = true, .assumption = "A-TIME-ZONE") {
  const std::string type = own_secrets(session);
  for (const char* from : {"2020-06-01T12:00:00Z", "2020-06-01T14:00:00+02:00",
                           "2020-06-01T05:30:00-06:30", "2020-06-01T12:00:00.000Z"}) {
    expect_success(session.call(save_secret(
        type, "<ValidFrom>" + std::string(from) + "</ValidFrom><PublicValue>me</PublicValue>")));
    expect_first(secrets(session, type), "ValidFrom", "2020-06-01T12:00:00");
  }
}

CONFORMANCE_CASE("SaveUntrustedCredentials", "dates are in the zone of the header TimeZone",
                 .source = Source::inferred, .writes = true, .assumption = "A-TIME-ZONE") {
  const std::string type = own_secrets(session);
  const std::string oslo =
      "<h:TimeZone><h:SoTimeZoneId>261</h:SoTimeZoneId>"
      "<h:SoTimeZoneLocationCode>NO</h:SoTimeZoneLocationCode></h:TimeZone>";
  const Call list = Call("GetUntrustedCredentials").text("Type", type);
  for (const auto& [in_oslo, in_utc] : {std::pair{"2020-06-01T12:00:00", "2020-06-01T10:00:00"},
                                        {"2020-01-01T12:00:00", "2020-01-01T11:00:00"}}) {
    const std::string from = "<ValidFrom>" + std::string(in_oslo) + "</ValidFrom>";
    expect_success(
        session.call(save_secret(type, from + "<PublicValue>me</PublicValue>").header(oslo)));
    expect_first(session.call(list), "ValidFrom", in_utc);
    expect_first(session.call(Call(list).header(oslo)), "ValidFrom", in_oslo);
  }
  expect_first(session.call(Call(list).header(oslo)), "ValidTo", open_end);
}

CONFORMANCE_CASE("GetUntrustedCredentials", "of a type without any is an empty list",
                 .source = Source::document) {
  const Answer answer = secrets(session, session.fresh_name());
  expect_success(answer);
  expect(!answer.response().is_nil() && answer.response().children().empty(), "it is not empty");
}

CONFORMANCE_CASE("GetUntrustedCredentials", "shows no password and no ticket",
                 .source = Source::inferred, .assumption = "A-SECRET-KEY") {
  for (const char* type : {"CRM5/PASSWORD", "Ticket", "ActiveDirectory"}) {
    expect(secrets(session, type).response().children().empty(), std::string(type) + " is listed");
  }
}

CONFORMANCE_CASE("RemoveUntrustedCredentials", "removes that one alone", .source = Source::document,
                 .writes = true) {
  const std::string type = own_secrets(session);
  expect_success(session.call(save_secret(type, secret("one", "me"))));
  expect_success(session.call(save_secret(type, secret("two", "other"))));
  const Answer answer = session.call(remove_secret(type, "me"));
  expect_success(answer);
  expect(answer.body().children().empty(), "the answer of a void operation has something in it");
  const Answer list = secrets(session, type);
  expect_equal("the number of secrets", list.response().children().size(), std::size_t{1});
  expect_first(list, "PublicValue", "other");
}

CONFORMANCE_CASE("RemoveUntrustedCredentials", "of what is not there is refused",
                 .source = Source::inferred, .writes = true, .assumption = "A-SECRET-OWNER") {
  expect_refused(session.call(remove_secret(session.fresh_name(), "me")), "SoNotFoundException");
}

}  // namespace
}  // namespace conformance
