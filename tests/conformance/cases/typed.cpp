#include "tests/conformance/typed.h"

#include "tests/conformance/case.h"
#include "tests/conformance/expect.h"

namespace conformance {
namespace {

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

}  // namespace
}  // namespace conformance
