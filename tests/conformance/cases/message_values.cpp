#include "tests/conformance/case.h"
#include "tests/conformance/cases/messages.h"
#include "tests/conformance/cases/own_secrets.h"
#include "tests/conformance/cases/own_users.h"
#include "tests/conformance/expect.h"

namespace conformance {
namespace {

constexpr std::string_view unreadable = "DeserializationFailed";

/// GetUserInfo of the caller, with the number in another form.
Call who_is(const std::string& xml) { return Call("GetUserInfo").xml(xml); }

std::string number_element(const std::string& text, const std::string& attributes = {}) {
  return "<UserInfoId" + (attributes.empty() ? "" : " " + attributes) + ">" + text +
         "</UserInfoId>";
}

std::string own_id(const Session& session) { return std::to_string(session.caller().associate_id); }

/// That both are refused, or both are nil, or neither.
void expect_alike(const Answer& one, const Answer& other) {
  expect_equal("Succeeded", one.succeeded(), other.succeeded());
  expect_equal("nil", one.response().is_nil(), other.response().is_nil());
}

Call rename(const OwnUser& user) {
  return Call("SetExternalUserInfo").number("AssociateId", user.id);
}

CONFORMANCE_CASE("Message", "an element that comes too late is passed over",
                 .source = Source::platform, .writes = true, .needs_rights = true,
                 .fails_on = FailsOn::emulator) {
  const OwnUser user = session.external_user();
  const Answer answer = session.call(rename(user)
                                         .text("ExternalUserInfoModification", "UserName Active")
                                         .text("UserName", session.fresh_name())
                                         .boolean("IsActive", true));
  const Answer info = info_of(session, user.id);
  expect_text(info, "UserName", user.name);
  expect(!answer.succeeded(), "a rename without a name is no success");
}

CONFORMANCE_CASE("Message", "in a carrier, too, an element that comes too late is passed over",
                 .source = Source::platform, .writes = true, .fails_on = FailsOn::emulator) {
  const std::string type = own_secrets(session);
  expect_success(
      session.call(save_secret(type, "<PublicValue>me</PublicValue><Comment>too late</Comment>")));
  expect_text(secrets(session, type), "UntrustedCredentials/Comment", "");
}

CONFORMANCE_CASE("Message", "elements that are not in the WSDL are passed over",
                 .source = Source::platform) {
  const std::string id = number_element(own_id(session));
  for (const std::string& xml :
       {"<Unknown>1</Unknown>" + id, id + "<Unknown><Deep>1</Deep></Unknown>"}) {
    expect_who(session, session.call(who_is(xml)));
  }
}

CONFORMANCE_CASE("Message", "of an element that comes twice the first counts",
                 .source = Source::platform) {
  const std::string id = number_element(own_id(session));
  expect_who(session, session.call(who_is(id + number_element("0"))));
}

CONFORMANCE_CASE("Message", "an element of another namespace is not the parameter",
                 .source = Source::platform) {
  const std::string other = number_element("0", "xmlns=\"urn:other\"");
  expect_who(session, session.call(who_is(other + number_element(own_id(session)))));
  expect_alike(session.call(who_is(number_element(own_id(session), "xmlns=\"urn:other\""))),
               session.call(Call("GetUserInfo")));
}

CONFORMANCE_CASE("Message", "array items of the services' namespace are passed over",
                 .source = Source::platform) {
  const std::string id = own_id(session);
  const Answer answer =
      session.call(Call("GetUserInfoList").xml("<UserInfoIds><int>" + id + "</int></UserInfoIds>"));
  expect_success(answer);
  expect(answer.response().children().empty(), "the list is not empty");
  expect_number(session.call(Call("GetUserInfoList").numbers("UserInfoIds", {std::stoi(id)})),
                "UserInfo/UserInfoId", std::stoi(id));
}

CONFORMANCE_CASE("Message", "an absent number is 0", .source = Source::platform) {
  const Answer absent = session.call(Call("GetUserInfo"));
  expect_alike(absent, session.call(Call("GetUserInfo").number("UserInfoId", 0)));
}

CONFORMANCE_CASE("Message", "xsi:type of the right type is taken", .source = Source::platform) {
  const std::string xsd = "xmlns:x=\"http://www.w3.org/2001/XMLSchema\" xsi:type=\"x:int\"";
  expect_who(session, session.call(who_is(number_element(own_id(session), xsd))));
  const Answer types =
      session.call(Call("GetCredentialTypesForUserType")
                       .xml("<UserType xmlns:u=\"" + std::string(services_uri) +
                            "\" xsi:type=\"u:UserType\">InternalAssociate</UserType>"));
  expect_success(types);
}

CONFORMANCE_CASE("Message", "xsi:type of another type is a fault", .source = Source::platform) {
  const std::string x = "xmlns:x=\"http://www.w3.org/2001/XMLSchema\" xsi:type=";
  for (const char* type : {"\"x:string\"", "\"x:none\"", "\"int\""}) {
    expect_fault(session.send(who_is(number_element(own_id(session), x + type))), unreadable);
  }
}

CONFORMANCE_CASE("Message",
                 "white space around a number does not count, nor do + and zeros before it",
                 .source = Source::platform) {
  const std::string id = own_id(session);
  for (const std::string& text : {" " + id + " ", "\r\n\t" + id + "\n", "+" + id, "000" + id}) {
    expect_who(session, session.call(who_is(number_element(text))));
  }
}

CONFORMANCE_CASE("Message", "a number beyond 32 bits, or with a point, is a fault",
                 .source = Source::platform) {
  for (const char* text : {"2147483648", "-2147483649", "1.0", "1e1", "0x1", "1 1", " ", "1,000"}) {
    const Answer answer = session.send(who_is(number_element(text)));
    expect(answer.fault_code() == unreadable, std::string(text) + ": " + answer.summary());
  }
}

CONFORMANCE_CASE("Message", "the ends of 32 bits are numbers", .source = Source::platform) {
  for (const char* text : {"2147483647", "-2147483648"}) {
    const Answer answer = session.call(who_is(number_element(text)));
    expect(answer.status() == 200, std::string(text) + ": " + answer.summary());
  }
}

CONFORMANCE_CASE("Message", "an element within a number is a fault", .source = Source::platform) {
  expect_fault(session.send(who_is(number_element("<Deep>1</Deep>"))), unreadable);
}

CONFORMANCE_CASE("Message", "text between parameters is a fault", .source = Source::platform) {
  const Answer answer = session.send(who_is("text" + number_element(own_id(session))));
  expect_equal("the status", answer.status(), 500);
}

CONFORMANCE_CASE("Message", "booleans are true and false, 1 and 0", .source = Source::platform) {
  undisturbed([&] {
    const auto groups = [&session](const char* flag) {
      const Answer answer = session.call(Call("GetAllUserGroups").text("IncludeDeleted", flag));
      expect_success(answer);
      return answer.response().children().size();
    };
    expect_equal("the number of groups with 1", groups("1"), groups("true"));
    expect_equal("the number of groups with 0", groups("0"), groups("false"));
    expect_equal("the number of groups with ' true '", groups(" true "), groups("true"));
    for (const char* word : {"True", "yes", "2"}) {
      expect_fault(session.send(Call("GetAllUserGroups").text("IncludeDeleted", word)), unreadable);
    }
  });
}

CONFORMANCE_CASE("Message", "values of an enumeration are taken as they are written alone",
                 .source = Source::platform) {
  for (const char* word : {"employee", " Employee", "0", "Employee ExternalUser"}) {
    expect_fault(session.send(Call("GetAllRoles").text("RoleType", word)), unreadable);
  }
}

CONFORMANCE_CASE("Message", "an absent enumeration is its first value",
                 .source = Source::platform) {
  undisturbed([&] {
    const Answer absent = session.call(Call("GetAllRoles"));
    const Answer first = session.call(Call("GetAllRoles").text("RoleType", "Employee"));
    expect_success(absent);
    expect_equal("the number of roles", absent.response().children().size(),
                 first.response().children().size());
  });
}

// What is nil is null, which UserName is then: a name is missing in either case.
CONFORMANCE_CASE("Message", "a text may be absent, nil or empty", .source = Source::platform,
                 .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  for (const NoText& none : without_text("UserName")) {
    const Answer answer =
        session.call(rename(user).xml(none.xml).text("ExternalUserInfoModification", ""));
    expect(answer.succeeded(), std::string(none.how) + ": " + answer.summary());
  }
  expect_unchanged(session, user);
}

CONFORMANCE_CASE("Message", "a nil that is false is no nil", .source = Source::platform) {
  const std::string xml = number_element(own_id(session), "xsi:nil=\"false\"");
  expect_who(session, session.call(who_is(xml)));
}

CONFORMANCE_CASE("Message", "attributes that are not in the WSDL are passed over",
                 .source = Source::platform) {
  const std::string xml = number_element(own_id(session), "unknown=\"1\" id=\"i1\"");
  expect_who(session, session.call(who_is(xml)));
}

CONFORMANCE_CASE("Message", "a fault of the platform comes before the ticket is looked at",
                 .source = Source::platform) {
  expect_fault(session.send(Call("GetUserInfo").ticket("7T:none").text("UserInfoId", "x")),
               unreadable);
}

}  // namespace
}  // namespace conformance
