#include "tests/conformance/case.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

namespace conformance {
namespace {

constexpr std::string_view system_or_anonymous =
    "You can only change the user type from system user to anonymous and vice versa";
constexpr std::string_view fixed =
    "It is not permitted to change user type. This also applies to users marked as deleted.";

Answer change_type(Session& session, const std::string& user, std::string_view type) {
  return session.call(Call("ChangeUserType").carrier("User", user).text("UserType", type));
}

std::string stored(Session& session, int id) { return copy_of(user_of(session, id).response()); }

CONFORMANCE_CASE("ChangeUserType", "a system user becomes anonymous, and a system user again",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-USER-TYPE") {
  const OwnUser user = saved_user(session, "SystemAssociate");
  const std::string role = user_of(session, user.id).text("Role/Id");
  const std::string anonymous_role = proposed(session, "AnonymousAssociate").text("Role/Id");

  const Answer changed = change_type(session, stored(session, user.id), "AnonymousAssociate");
  expect_success(changed);
  expect_text(changed, "Type", "AnonymousAssociate");
  const Answer now = user_of(session, user.id);
  expect_text(now, "Type", "AnonymousAssociate");
  expect_text(now, "Role/Id", anonymous_role);

  expect_success(change_type(session, stored(session, user.id), "SystemAssociate"));
  expect_text(user_of(session, user.id), "Type", "SystemAssociate");
  expect_text(user_of(session, user.id), "Role/Id", role);
}

CONFORMANCE_CASE("ChangeUserType", "of a stored user only the id is looked at",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-USER-TYPE") {
  const OwnUser user = saved_user(session, "SystemAssociate");
  const std::string id = "<AssociateId>" + std::to_string(user.id) + "</AssociateId>";
  expect_text(change_type(session, id + "<Name>Other</Name>", "AnonymousAssociate"), "Name",
              user.name);
  expect_text(info_of(session, user.id), "UserName", user.name);
  expect_text(info_of(session, user.id), "UserType", "AnonymousAssociate");
}

CONFORMANCE_CASE("ChangeUserType",
                 "a user that is not stored comes back changed, and is not stored",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-USER-TYPE") {
  const std::string name = session.fresh_name();
  const std::string user = draft(session, "SystemAssociate", {{"Name", name}});
  const Answer changed = change_type(session, user, "AnonymousAssociate");
  expect_success(changed);
  expect_number(changed, "AssociateId", 0);
  expect_text(changed, "Name", name);
  expect_text(changed, "Type", "AnonymousAssociate");
  expect_text(changed, "Role/Id", proposed(session, "AnonymousAssociate").text("Role/Id"));
  expect_nil(session.call(Call("GetUserFromName").text("UserName", name)));
}

CONFORMANCE_CASE("ChangeUserType", "other types are refused, and the user keeps its own",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-USER-TYPE") {
  const OwnUser external = session.external_user();
  const OwnUser system = saved_user(session, "SystemAssociate");
  for (const char* type : {"InternalAssociate", "AnonymousAssociate", "SystemAssociate"}) {
    expect_refused(change_type(session, stored(session, external.id), type), illegal_operation,
                   system_or_anonymous);
  }
  for (const char* type : {"InternalAssociate", "ExternalAssociate", "Unknown"}) {
    expect_refused(change_type(session, stored(session, system.id), type), illegal_operation,
                   system_or_anonymous);
  }
  expect_text(info_of(session, external.id), "UserType", "ExternalAssociate");
  expect_text(info_of(session, system.id), "UserType", "SystemAssociate");
}

CONFORMANCE_CASE("ChangeUserType", "a user that is marked as deleted is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-USER-TYPE") {
  const OwnUser user = saved_user(session, "SystemAssociate");
  expect_success(change(session, user.id, {{"Deleted", "true"}}));
  expect_refused(change_type(session, stored(session, user.id), "AnonymousAssociate"),
                 illegal_operation, fixed);
}

CONFORMANCE_CASE("ChangeUserType", "a User that is not there is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NOT-FOUND") {
  expect_refused(change_type(session,
                             "<AssociateId>" + std::to_string(nobody) +
                                 "</AssociateId><Type>SystemAssociate</Type>",
                             "AnonymousAssociate"),
                 not_found, "Associate id " + std::to_string(nobody) + " not found");
}

CONFORMANCE_CASE("ChangeUserType", "without a User is refused", .source = Source::inferred,
                 .needs_rights = true, .assumption = "A-ARGUMENT") {
  for (const Call& call : {Call("ChangeUserType"), Call("ChangeUserType").nil("User")}) {
    expect_refused(session.call(Call(call).text("UserType", "AnonymousAssociate")),
                   invalid_argument, "User is missing");
  }
}

CONFORMANCE_CASE("ChangeUserType", "external users may not change types",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ACCESS") {
  expect_not_permitted(session, {Call("ChangeUserType")
                                     .carrier("User", draft(session, "SystemAssociate"))
                                     .text("UserType", "AnonymousAssociate")});
}

}  // namespace
}  // namespace conformance
