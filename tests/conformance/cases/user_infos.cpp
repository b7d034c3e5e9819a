#include "tests/conformance/case.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

namespace conformance {
namespace {

Answer infos_of(Session& session, const std::vector<int>& ids) {
  return session.call(Call("GetUserInfoList").numbers("UserInfoIds", ids));
}

void expect_ids(const Answer& list, const std::vector<int>& ids) {
  expect_success(list);
  std::string expected;
  for (const int id : ids) expected += std::to_string(id) + " ";
  std::string found;
  for (const std::string& id : texts_of(list.response(), "UserInfoId")) found += id + " ";
  expect_equal("the list of UserInfoId", found, expected);
}

CONFORMANCE_CASE("GetUserInfo", "the caller is as GetUser has it", .source = Source::document) {
  const int id = session.caller().associate_id;
  const Answer info = info_of(session, id);
  const Answer user = user_of(session, id);
  expect_number(info, "UserInfoId", id);
  expect_text(info, "UserName", user.text("Name"));
  expect_text(info, "UserType", user.text("Type"));
  expect_text(info, "RoleName", user.text("Role/Value"));
  expect_text(info, "RoleTooltip", user.text("Role/Tooltip"));
  expect_text(info, "UserGroupName", user.text("UserGroup/Value"));
  expect_text(info, "UserGroupTooltip", user.text("UserGroup/Tooltip"));
  expect_text(info, "Rank", user.text("Rank"));
  expect_text(info, "Tooltip", user.text("Tooltip"));
  expect_text(info, "EjUserId", user.text("EjUserId"));
  expect_text(info, "CanLogon", "true");
}

CONFORMANCE_CASE("GetUserInfo", "an id that is not there is nil", .source = Source::inferred,
                 .assumption = "A-GET-UNKNOWN") {
  for (const int id : {nobody, 0, -1}) {
    const Answer info = info_of(session, id);
    expect_success(info);
    expect_nil(info);
  }
}

CONFORMANCE_CASE("GetUserInfo", "GrantedLicenses are full names", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-LICENSES") {
  const Answer info = info_of(session, session.external_user().id);
  expect_equal("number of licences", info.response("GrantedLicenses").children().size(), 1U);
  expect_text(info, "GrantedLicenses/string", login_license);
}

CONFORMANCE_CASE("GetUserInfo", "texts of a group that is not there are empty, and not nil",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-CARRIER-VALUES") {
  const Answer info = info_of(session, session.external_user().id);
  for (const char* text : {"UserGroupName", "UserGroupTooltip"}) {
    expect_text(info, text, "");
    expect(!info.response(text).is_nil(), std::string(text) + " is nil");
  }
  expect_number(info, "UserGroupId", 0);
}

CONFORMANCE_CASE("GetUserInfo", "external users may ask", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-ACCESS") {
  const std::string ticket = ticket_of(session, active_user(session));
  const int id = session.caller().associate_id;
  expect_number(session.call(Call("GetUserInfo").number("UserInfoId", id).ticket(ticket)),
                "UserInfoId", id);
}

CONFORMANCE_CASE("GetUserInfoList", "has the users of the ids", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const OwnUser user = session.external_user();
  const Answer list = infos_of(session, {user.id});
  expect_ids(list, {user.id});
  expect_text(list, "UserInfo/UserName", user.name);
}

CONFORMANCE_CASE("GetUserInfoList", "keeps the order, has each once, and leaves out who is nobody",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-GET-UNKNOWN") {
  const int made = session.external_user().id;
  const int caller = session.caller().associate_id;
  expect_ids(infos_of(session, {made, nobody, caller, made, 0}), {made, caller});
  expect_ids(infos_of(session, {caller, made}), {caller, made});
}

CONFORMANCE_CASE("GetUserInfoList", "without ids it is empty, and not nil",
                 .source = Source::inferred, .assumption = "A-GET-UNKNOWN") {
  for (const Call& call :
       {Call("GetUserInfoList"), Call("GetUserInfoList").numbers("UserInfoIds", {}),
        Call("GetUserInfoList").nil("UserInfoIds")}) {
    const Answer list = session.call(call);
    expect_ids(list, {});
    expect(!list.response().is_nil(), "the list is nil");
  }
}

}  // namespace
}  // namespace conformance
