#include "tests/conformance/typed.h"

#include <algorithm>

#include "tests/conformance/case.h"
#include "tests/conformance/cases/own_groups.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"

// What a C++ client of gSOAP sees: the same operations as elsewhere, through its generated proxy.

namespace conformance {
namespace {

std::string text_of(const std::string* text) { return text == nullptr ? "" : *text; }

so__User& user_of(Typed& typed, int id) {
  auto& request = typed.make<_so__GetUser>();
  request.UserId = id;
  const auto& answer = typed.call(&Typed::Proxy::GetUser, request);
  expect(typed.succeeded(), "GetUser: Succeeded is not true");
  expect(answer.Response != nullptr, "GetUser: Response is nil");
  return *answer.Response;
}

CONFORMANCE_CASE("GetUserInfo", "gSOAP's generated proxy reads the caller",
                 .source = Source::wsdl) {
  Typed typed(session);
  auto& request = typed.make<_so__GetUserInfo>();
  request.UserInfoId = session.caller().associate_id;
  const auto& answer = typed.call(&Typed::Proxy::GetUserInfo, request);
  expect(typed.succeeded(), "Succeeded is not true");
  expect(answer.Response != nullptr, "Response is nil");
  expect_equal("UserInfoId", answer.Response->UserInfoId, session.caller().associate_id);
}

CONFORMANCE_CASE("GetUserInfoList", "gSOAP's generated proxy sends and reads a list",
                 .source = Source::wsdl) {
  Typed typed(session);
  auto& request = typed.make<_so__GetUserInfoList>();
  request.UserInfoIds = &typed.make<arr__ArrayOfint>();
  request.UserInfoIds->int_ = {session.caller().associate_id};
  const auto& answer = typed.call(&Typed::Proxy::GetUserInfoList, request);
  expect(answer.Response != nullptr, "Response is nil");
  expect_equal("number of users", answer.Response->UserInfo.size(), 1U);
  expect_equal("UserInfoId", answer.Response->UserInfo.front()->UserInfoId,
               session.caller().associate_id);
}

CONFORMANCE_CASE("GetUser", "gSOAP's generated proxy reads the whole carrier",
                 .source = Source::wsdl) {
  Typed typed(session);
  const so__User& user = user_of(typed, session.caller().associate_id);
  expect_equal("AssociateId", user.AssociateId, session.caller().associate_id);
  expect_equal("Name", text_of(user.Name), session.caller().name);
  expect(user.Role != nullptr, "Role is nil");
  expect_equal("Role/Id", user.Role->Id, session.caller().role_id);
  expect(user.LicenseOwners != nullptr, "LicenseOwners is nil");
  expect(user.OtherGroups != nullptr, "OtherGroups is nil");
  expect(user.Credentials != nullptr, "Credentials is nil");
  expect(user.TableRight != nullptr, "TableRight is nil");
  if (session.caller().contact_id == 0) return;
  expect(user.Person != nullptr, "Person is nil");
  expect_equal("Person/ContactId", user.Person->ContactId, session.caller().contact_id);
}

CONFORMANCE_CASE("GetUser", "gSOAP's generated proxy reads nil as nothing",
                 .source = Source::inferred, .assumption = "A-GET-UNKNOWN") {
  Typed typed(session);
  auto& request = typed.make<_so__GetUser>();
  request.UserId = nobody;
  const auto& answer = typed.call(&Typed::Proxy::GetUser, request);
  expect(typed.succeeded(), "Succeeded is not true");
  expect(answer.Response == nullptr, "Response is not nil");
}

CONFORMANCE_CASE("SaveUser", "gSOAP's generated proxy changes a user that it has fetched",
                 .source = Source::wsdl, .writes = true, .needs_rights = true) {
  const OwnUser own = active_user(session);
  Typed typed(session);
  auto& request = typed.make<_so__SaveUser>();
  request.User = &user_of(typed, own.id);
  request.User->Tooltip = typed.text("Changed by <gSOAP>");
  const auto& saved = typed.call(&Typed::Proxy::SaveUser, request);
  expect(typed.succeeded(), "SaveUser: Succeeded is not true: " + typed.exception_type());
  expect(saved.Response != nullptr, "SaveUser: Response is nil");
  expect_equal("Tooltip", text_of(saved.Response->Tooltip), "Changed by <gSOAP>");
  const so__User& stored = user_of(typed, own.id);
  expect_equal("Tooltip", text_of(stored.Tooltip), "Changed by <gSOAP>");
  expect_equal("Name", text_of(stored.Name), own.name);
  expect_login(session, own.name, own.password);
}

CONFORMANCE_CASE("SaveUser", "gSOAP's generated proxy sees why it is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ERROR-FORM") {
  const OwnUser own = session.external_user();
  Typed typed(session);
  auto& request = typed.make<_so__SaveUser>();
  request.User = &user_of(typed, own.id);
  request.User->Name = typed.text(session.caller().name);
  const auto& saved = typed.call(&Typed::Proxy::SaveUser, request);
  expect(!typed.succeeded(), "SaveUser succeeds with the name of another user");
  expect(saved.Response == nullptr, "Response is not nil");
  expect_equal("ExceptionType", typed.exception_type(),
               "SuperOffice.Exceptions.SoInvalidArgumentException");
}

CONFORMANCE_CASE("GetAllUserGroups", "gSOAP's generated proxy reads a list of carriers",
                 .source = Source::wsdl, .writes = true, .needs_rights = true) {
  const std::string name = session.fresh_name();
  const int id = own_group(session, name);
  Typed typed(session);
  auto& request = typed.make<_so__GetAllUserGroups>();
  const auto& answer = typed.call(&Typed::Proxy::GetAllUserGroups, request);
  expect(answer.Response != nullptr, "Response is nil");
  const auto& groups = answer.Response->UserGroup;
  const auto group =
      std::ranges::find_if(groups, [id](const so__UserGroup* one) { return one->Id == id; });
  expect(group != groups.end(), "a new group is not in the list");
  expect_equal("Value", text_of((*group)->Value), name);
}

CONFORMANCE_CASE("SaveUserGroup", "gSOAP's generated proxy changes a group that it has fetched",
                 .source = Source::wsdl, .writes = true, .needs_rights = true) {
  const int id = own_group(session, session.fresh_name());
  Typed typed(session);
  auto& fetch = typed.make<_so__GetUserGroup>();
  fetch.UserGroupId = id;
  auto& request = typed.make<_so__SaveUserGroup>();
  request.UserGroup = typed.call(&Typed::Proxy::GetUserGroup, fetch).Response;
  expect(request.UserGroup != nullptr, "GetUserGroup: Response is nil");
  request.UserGroup->Rank = 31000;
  const auto& saved = typed.call(&Typed::Proxy::SaveUserGroup, request);
  expect(typed.succeeded(), "SaveUserGroup: Succeeded is not true");
  expect_equal("Rank", saved.Response->Rank, 31000);
  expect_number(group_of(session, id), "Rank", 31000);
}

}  // namespace
}  // namespace conformance
