#include "server/envelope/platform_fault.h"

#include <doctest/doctest.h>

namespace emulator::testing {
namespace {

const std::string dispatcher =
    "http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher";

}  // namespace

TEST_CASE("Platform fault: status, code and namespace are WCF's") {
  struct Case {
    PlatformFault fault;
    int status;
    std::string code;
    std::string code_namespace;
    bool bodiless;
  };
  const Case cases[] = {
      {platform::action_not_supported("a"), 500, "ActionNotSupported",
       "http://schemas.microsoft.com/ws/2005/05/addressing/none", false},
      {platform::deserialization_failed("n", "p", "i"), 500, "DeserializationFailed", dispatcher,
       false},
      {platform::unexpected_body("o", "f"), 500, "DeserializationFailed", dispatcher, false},
      {platform::header_not_understood("h", "n"), 500, "MustUnderstand", "", false},
      {platform::wrong_content_type("c"), 415, "Client", "", true},
      {platform::wrong_envelope_version(), 400, "Client", "", true},
      {platform::bad_message("w"), 400, "Client", "", true},
      {platform::contract_breach("W-X", "p", "f", "e"), 500, "Client", "", false},
  };
  for (const Case& one : cases) {
    CAPTURE(one.fault.text);
    CHECK(one.fault.status == one.status);
    CHECK(one.fault.code == one.code);
    CHECK(one.fault.code_namespace == one.code_namespace);
    CHECK(one.fault.bodiless == one.bodiless);
    CHECK(one.fault.callers_mistake);
    CHECK(one.fault.text == one.fault.what());
    CHECK(one.fault.http_reason == (one.status == 415 ? one.fault.text : ""));
  }
}

TEST_CASE("Platform fault: the texts are WCF's") {
  CHECK(platform::action_not_supported("urn:x").text ==
        "The message with Action 'urn:x' cannot be processed at the receiver, due to a "
        "ContractFilter mismatch at the EndpointDispatcher. This may be because of either a "
        "contract mismatch (mismatched Actions between sender and receiver) or a binding/security "
        "mismatch between the sender and the receiver.  Check that sender and receiver have the "
        "same contract and the same binding (including security requirements, e.g. Message, "
        "Transport, None).");
  CHECK(platform::deserialization_failed("urn:n", "Name", "Why.").text ==
        "The formatter threw an exception while trying to deserialize the message: There was an "
        "error while trying to deserialize parameter urn:n:Name. The InnerException message was "
        "'Why.'.  Please see InnerException for more details.");
  CHECK(platform::wrong_content_type("text/plain").text ==
        "Cannot process the message because the content type 'text/plain' was not the expected "
        "type 'text/xml; charset=utf-8'.");
  CHECK(platform::bad_message("Why.").text == "Why.");
  CHECK(platform::contract_breach("W-ORDER", "/a/b", "b after c", "the order of the WSDL").text ==
        "W-ORDER at /a/b: found b after c, expected the order of the WSDL (nsemu --contract "
        "strict)");
}

}  // namespace emulator::testing
