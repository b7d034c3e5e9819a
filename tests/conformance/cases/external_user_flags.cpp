#include <array>
#include <utility>

#include "tests/conformance/case.h"
#include "tests/conformance/cases/own_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

namespace conformance {
namespace {

const std::string flags = "ExternalUserInfoModification";

// In the order of the WSDL, so that bit N is flag N.
enum Bits { user_name = 1, password = 2, role = 4, active = 8, all_bits = 15 };

std::string flag_list(int bits, const std::string& separator = " ") {
  static const std::array<std::string, 4> names{"UserName", "Password", "Role", "Active"};
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if ((bits >> i & 1) != 0) list += (list.empty() ? "" : separator) + names[i];
  }
  return list;
}

/// A user, and values that differ from what it has.
struct Change {
  explicit Change(Session& session)
      : user(active_user(session)),
        name(session.fresh_name()),
        role(other_external_role(session)) {}

  /// The whole request; `flags_xml` comes at its end.
  Call call(const std::string& flags_xml) const {
    return Call("SetExternalUserInfo")
        .number("AssociateId", user.id)
        .text("UserName", name)
        .text("Password", other_password)
        .boolean("IsActive", false)
        .number("RoleId", role)
        .xml(flags_xml);
  }

  OwnUser user;
  std::string name;
  int role;
};

std::string flags_element(const std::string& list) {
  return "<" + flags + ">" + list + "</" + flags + ">";
}

/// That just these parts are changed. The user is active after it, so that it can log in.
void expect_changed(Session& session, const Change& change, int bits) {
  const OwnUser& user = change.user;
  const std::string name = (bits & user_name) != 0 ? change.name : user.name;
  const Answer info = info_of(session, user.id);
  expect_text(info, "UserName", name);
  expect_text(info, "CanLogon", (bits & active) != 0 ? "false" : "true");
  expect_number(user_of(session, user.id), "Role/Id",
                (bits & role) != 0 ? change.role : session.external_role());
  if ((bits & active) != 0) {
    expect_no_login(session, name, (bits & password) != 0 ? other_password : user.password);
    expect_success(session.call(Call("SetExternalUserInfo")
                                    .number("AssociateId", user.id)
                                    .boolean("IsActive", true)
                                    .text(flags, "Active")));
  }
  expect_login(session, name, (bits & password) != 0 ? other_password : user.password);
  expect_no_login(session, name, (bits & password) != 0 ? user.password : other_password);
}

void expect_list(Session& session, const std::string& list, int bits) {
  const Change change(session);
  const Answer answer = session.call(change.call(flags_element(list)));
  expect_success(answer);
  expect(answer.body().children().empty(), "the answer of a void operation has something in it");
  expect_changed(session, change, bits);
}

void expect_unreadable(Session& session, const std::string& flags_xml) {
  const Change change(session);
  expect_fault(session.send(change.call(flags_xml)), "DeserializationFailed");
  expect_changed(session, change, 0);
}

template <int bits>
void combination(Session& session) {
  expect_list(session, flag_list(bits), bits);
}

template <int... bits>
std::array<Registered, sizeof...(bits)> combinations(std::integer_sequence<int, bits...>) {
  const Facts known{.source = Source::document, .writes = true, .needs_rights = true};
  const Facts of_none{
      .source = Source::inferred, .writes = true, .needs_rights = true, .assumption = "A-NO-FLAG"};
  return {Registered("SetExternalUserInfo", "flags '" + flag_list(bits) + "' change just that",
                     bits == 0 ? of_none : known, combination<bits>)...};
}

const auto registered = combinations(std::make_integer_sequence<int, all_bits + 1>());

CONFORMANCE_CASE("SetExternalUserInfo", "flags may come in any order", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  expect_list(session, "Active Role UserName", active | role | user_name);
}

CONFORMANCE_CASE("SetExternalUserInfo", "a flag may come twice", .source = Source::platform,
                 .writes = true, .needs_rights = true) {
  expect_list(session, "Role Password Role", role | password);
}

CONFORMANCE_CASE("SetExternalUserInfo", "flags may have blanks around them",
                 .source = Source::platform, .writes = true, .needs_rights = true) {
  expect_list(session, "  UserName   Active ", user_name | active);
}

CONFORMANCE_CASE("SetExternalUserInfo", "flags that are absent change nothing",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NO-FLAG") {
  const Change change(session);
  expect_success(session.call(change.call("")));
  expect_changed(session, change, 0);
}

CONFORMANCE_CASE("SetExternalUserInfo", "UndefinedValue16 alone changes nothing",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NO-FLAG") {
  expect_list(session, "UndefinedValue16", 0);
}

CONFORMANCE_CASE("SetExternalUserInfo", "UndefinedValue16 is passed over beside a flag",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ALL") {
  expect_list(session, "UndefinedValue16 Password", password);
}

CONFORMANCE_CASE("SetExternalUserInfo", "all five flags, as .NET's All arrives, change everything",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ALL") {
  expect_list(session, flag_list(all_bits) + " UndefinedValue16", all_bits);
}

CONFORMANCE_CASE("SetExternalUserInfo", "an unknown flag beside a known one is a fault",
                 .source = Source::platform, .writes = true, .needs_rights = true) {
  expect_unreadable(session, flags_element("UserName NoSuchFlag"));
}

CONFORMANCE_CASE("SetExternalUserInfo", "All is no flag of this service", .source = Source::wsdl,
                 .writes = true, .needs_rights = true) {
  expect_unreadable(session, flags_element("All"));
}

CONFORMANCE_CASE("SetExternalUserInfo", "a flag in other case is a fault",
                 .source = Source::platform, .writes = true, .needs_rights = true) {
  expect_unreadable(session, flags_element("username"));
}

CONFORMANCE_CASE("SetExternalUserInfo", "flags as a number are a fault", .source = Source::platform,
                 .writes = true, .needs_rights = true) {
  expect_unreadable(session, flags_element("15"));
}

CONFORMANCE_CASE("SetExternalUserInfo", "flags joined by commas are a fault",
                 .source = Source::platform, .writes = true, .needs_rights = true) {
  expect_unreadable(session, flags_element(flag_list(all_bits, ",")));
}

CONFORMANCE_CASE("SetExternalUserInfo", "a flag with a prefix is a fault",
                 .source = Source::platform, .writes = true, .needs_rights = true,
                 .fails_on = FailsOn::emulator) {
  expect_unreadable(session, flags_element("h:UserName"));
}

CONFORMANCE_CASE("SetExternalUserInfo", "flags parted by line ends are a fault",
                 .source = Source::platform, .writes = true, .needs_rights = true,
                 .fails_on = FailsOn::emulator) {
  expect_unreadable(session, flags_element(flag_list(all_bits, "\n")));
}

CONFORMANCE_CASE("SetExternalUserInfo", "xsi:type of the flags may tell their type",
                 .source = Source::platform, .writes = true, .needs_rights = true) {
  const Change change(session);
  expect_success(session.call(
      change.call("<" + flags + " xsi:type=\"h:" + flags + "\">Role</" + flags + ">")));
  expect_changed(session, change, role);
}

CONFORMANCE_CASE("SetExternalUserInfo", "an element that is sent a second time is passed over",
                 .source = Source::platform, .writes = true, .needs_rights = true) {
  const Change change(session);
  expect_success(session.call(change.call(flags_element("Role") + flags_element("UserName"))));
  expect_changed(session, change, role);
}

CONFORMANCE_CASE("SetExternalUserInfo", "an element that comes too late is passed over",
                 .source = Source::platform, .writes = true, .needs_rights = true,
                 .fails_on = FailsOn::emulator) {
  const OwnUser user = active_user(session);
  expect_success(session.call(Call("SetExternalUserInfo")
                                  .number("AssociateId", user.id)
                                  .text(flags, "Active")
                                  .boolean("IsActive", true)));
  expect_text(info_of(session, user.id), "CanLogon", "false");
}

CONFORMANCE_CASE("SetExternalUserInfo", "an element of another namespace is passed over",
                 .source = Source::platform, .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  expect_success(session.call(Call("SetExternalUserInfo")
                                  .number("AssociateId", user.id)
                                  .xml("<IsActive xmlns=\"\">true</IsActive>")
                                  .text(flags, "Active")));
  expect_text(info_of(session, user.id), "CanLogon", "false");
}

}  // namespace
}  // namespace conformance
