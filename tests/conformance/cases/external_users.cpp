#include "tests/conformance/case.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

namespace conformance {
namespace {

Call set_info(int id) { return Call("SetExternalUserInfo").number("AssociateId", id); }

Answer info_of(Session& session, int id) {
  return session.call(Call("GetUserInfo").number("UserInfoId", id));
}

CONFORMANCE_CASE("SetExternalUserInfo", "flag UserName gives the user that name",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = session.external_user();
  const std::string name = session.fresh_name();
  const Answer answer = session.call(
      set_info(user.id).text("UserName", name).text("ExternalUserInfoModification", "UserName"));
  expect_success(answer);
  expect(answer.body().children().empty(), "the answer of a void operation has something in it");
  expect_text(info_of(session, user.id), "UserName", name);
  expect(!session.log_in(name, user.password).empty(), "the new name with the old password");
}

CONFORMANCE_CASE("SetExternalUserInfo", "what no flag names stays, whatever is sent",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = session.external_user();
  expect_success(session.call(set_info(user.id)
                                  .text("UserName", session.fresh_name())
                                  .text("Password", "Other-1")
                                  .boolean("IsActive", false)
                                  .number("RoleId", 99999)
                                  .text("ExternalUserInfoModification", "")));
  const Answer info = info_of(session, user.id);
  expect_text(info, "UserName", user.name);
  expect_text(info, "CanLogon", "true");
  expect(!session.log_in(user.name, user.password).empty(), "the old name with the old password");
}

}  // namespace
}  // namespace conformance
