#include <set>

#include "tests/conformance/case.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

namespace conformance {
namespace {

Call for_external(const std::string& name) {
  return Call("GenerateNewPasswordForExternalUser").text("AssociateName", name);
}

Call for_name(const std::string& name) {
  return Call("SetGeneratedPasswordFromName").text("AssociateName", name);
}

Call for_id(int id) { return Call("SetGeneratedPassword").number("AssociateId", id); }

/// That the password that is answered is the user's, and that of before is not.
void expect_new_password(Session& session, const OwnUser& user, const Call& call) {
  const Answer answer = session.call(call);
  expect_success(answer);
  expect(!answer.text().empty(), "the new password is empty");
  expect_login(session, user.name, answer.text());
  expect_no_login(session, user.name, user.password);
}

/// 12 or more, none that look alike, of each kind one.
void expect_well_made(Session& session, const Call& call) {
  std::set<std::string> seen;
  for (int i = 0; i < 3; ++i) {
    const Answer answer = session.call(call);
    const std::string password = answer.text();
    expect_success(answer);
    const auto has = [&](const char* letters) {
      return password.find_first_of(letters) != std::string::npos;
    };
    expect(password.size() >= 12, "'" + password + "' has less than 12 letters");
    expect(
        has("ABCDEFGHIJKLMNOPQRSTUVWXYZ") && has("abcdefghijklmnopqrstuvwxyz") && has("23456789"),
        "'" + password + "' lacks an upper case letter, a lower case letter or a digit");
    expect(!has("O0Il1"), "'" + password + "' has letters that look alike");
    expect(seen.insert(password).second, "'" + password + "' came twice");
  }
}

CONFORMANCE_CASE("GenerateNewPasswordForExternalUser", "the new password logs in, the old does not",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  expect_new_password(session, user, for_external(user.name));
}

CONFORMANCE_CASE("GenerateNewPasswordForExternalUser", "AssociateName may be in any case",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NAME-CASE") {
  OwnUser user = active_user(session);
  user.name.replace(0, 1, "C");  // Of the run's prefix.
  expect_new_password(session, user, for_external(user.name));
}

CONFORMANCE_CASE("GenerateNewPasswordForExternalUser",
                 "12 letters and digits, other ones each time", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-GENERATE") {
  expect_well_made(session, for_external(active_user(session).name));
}

CONFORMANCE_CASE("GenerateNewPasswordForExternalUser", "a name of nobody is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NOT-FOUND") {
  expect_name_not_found(session, "GenerateNewPasswordForExternalUser");
}

CONFORMANCE_CASE("GenerateNewPasswordForExternalUser", "a user of another type is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ARGUMENT") {
  expect_refused(session.call(for_external(saved_user(session, "AnonymousAssociate").name)),
                 "SoInvalidArgumentException", wrong_type);
}

CONFORMANCE_CASE("GenerateNewPasswordForExternalUser", "is refused to an external user",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-RIGHTS") {
  const OwnUser user = active_user(session);
  expect_refused(session.call(for_external(user.name).ticket(ticket_of(session, user))),
                 "SoIllegalOperationException", not_permitted);
  expect_unchanged(session, user);
}

CONFORMANCE_CASE("SetGeneratedPassword", "the new password logs in, the old does not",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  expect_new_password(session, user, for_id(user.id));
}

CONFORMANCE_CASE("SetGeneratedPassword", "a user may have one made for itself",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-PASSWORD-OTHERS") {
  const OwnUser user = active_user(session);
  expect_new_password(session, user, for_id(user.id).ticket(ticket_of(session, user)));
}

CONFORMANCE_CASE("SetGeneratedPassword", "12 letters and digits, other ones each time",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-GENERATE") {
  expect_well_made(session, for_id(active_user(session).id));
}

CONFORMANCE_CASE("SetGeneratedPassword", "an id of nobody is refused", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-NOT-FOUND") {
  expect_id_not_found(session, "SetGeneratedPassword");
}

CONFORMANCE_CASE("SetGeneratedPassword", "a user whose type has no password is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-PASSWORD-OTHERS") {
  expect_refused(session.call(for_id(saved_user(session, "AnonymousAssociate").id)),
                 "SoInvalidArgumentException", wrong_type);
}

CONFORMANCE_CASE("SetGeneratedPasswordFromName", "the new password logs in, the old does not",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  expect_new_password(session, user, for_name(user.name));
}

CONFORMANCE_CASE("SetGeneratedPasswordFromName", "12 letters and digits, other ones each time",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-GENERATE") {
  expect_well_made(session, for_name(active_user(session).name));
}

CONFORMANCE_CASE("SetGeneratedPasswordFromName", "a name of nobody is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NOT-FOUND") {
  expect_name_not_found(session, "SetGeneratedPasswordFromName");
}

CONFORMANCE_CASE("SetGeneratedPasswordFromName",
                 "that of another user is refused to an external one", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-PASSWORD-OTHERS") {
  const OwnUser other = saved_user(session, "AnonymousAssociate");
  const std::string ticket = ticket_of(session, active_user(session));
  expect_refused(session.call(for_name(other.name).ticket(ticket)), "SoIllegalOperationException",
                 "Can only set own password");
}

}  // namespace
}  // namespace conformance
