#include "tests/conformance/call.h"

#include <doctest/doctest.h>

namespace conformance {
namespace {

Element wrapper_of(const Document& document) { return root_of(document).at("Body").children()[0]; }

TEST_CASE("Call: what is said becomes a message that is valid by the WSDL") {
  const Call call = Call("SetExternalUserInfo")
                        .number("AssociateId", 7)
                        .text("UserName", "a<b>&c")
                        .nil("Password")
                        .boolean("IsActive", true)
                        .text("ExternalUserInfoModification", "UserName Active");
  const Document document = parse_xml(call.envelope("7T:mine", "token"));
  const Element wrapper = wrapper_of(document);
  CHECK(Contract::of(Service::user).breach(wrapper) == "");
  CHECK(wrapper.at("UserName").text() == "a<b>&c");
  CHECK(wrapper.at("Password").is_nil());
  CHECK(root_of(document).at("Header/Credentials/Ticket").text() == "7T:mine");
  CHECK(root_of(document).at("Header/ApplicationToken").text() == "token");
  CHECK(call.http_headers().at("SOAPAction") ==
        "\"http://www.superoffice.net/ws/crm/NetServer/Services86/User/SetExternalUserInfo\"");
}

TEST_CASE("Call: lists are of the namespace of arrays") {
  const Call call =
      Call("SetFunctionalRights").number("RoleId", 1).numbers("FunctionalRightIds", {2, 3});
  const Document document = parse_xml(call.envelope("", ""));
  CHECK(Contract::of(Service::user).breach(wrapper_of(document)) == "");
  CHECK(wrapper_of(document).at("FunctionalRightIds").children("int").size() == 2);
}

TEST_CASE("Call: ticket, token, action and the whole message can be its own") {
  Call call("GetUser");
  call.ticket("7T:other").application_token("own").action("").content_type("");
  const Document document = parse_xml(call.envelope("7T:mine", "token"));
  CHECK(root_of(document).at("Header/Credentials/Ticket").text() == "7T:other");
  CHECK(root_of(document).at("Header/ApplicationToken").text() == "own");
  CHECK(call.http_headers().empty());
  CHECK(call.message("<no>").envelope("", "") == "<no>");

  const Document none = parse_xml(Call("GetUser").without_credentials().envelope("7T:mine", ""));
  CHECK(root_of(none).at("Header").children().empty());
  const Document principal = parse_xml(Call("GetSystemInfo").envelope("7T:mine", ""));
  CHECK(root_of(principal).at("Header").children().empty());
}

}  // namespace
}  // namespace conformance
