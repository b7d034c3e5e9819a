#include "tests/conformance/contract.h"

#include <doctest/doctest.h>

namespace conformance {
namespace {

TEST_CASE("Contract: the WSDLs have 84 operations, SoPrincipal's first") {
  const auto all = all_operations();
  CHECK(all.size() == 84);
  CHECK(all.front().service == Service::so_principal);
  CHECK(operation_of("AuthenticateGeneric").answer == "AuthenticateResponse");
  CHECK(operation_of("GetUser").action() ==
        "http://www.superoffice.net/ws/crm/NetServer/Services86/User/GetUser");
  CHECK_THROWS(operation_of("GetNothing"));
}

TEST_CASE("Contract: parameters are in the WSDL's order, and of the WSDL's kinds") {
  const auto& parameters = operation_of("SetExternalUserInfo").parameters;
  std::string text;
  for (const Parameter& one : parameters) {
    text += one.name + ":" + std::to_string(static_cast<int>(one.kind)) + " ";
  }
  CHECK(text ==
        "AssociateId:1 UserName:0 Password:0 IsActive:2 RoleId:1 ExternalUserInfoModification:5 ");
  CHECK(operation_of("GetAllRoles").parameters.front().kind == Kind::enumeration);
  CHECK(operation_of("SaveUser").parameters.front().kind == Kind::carrier);
  CHECK(operation_of("GetUserInfoList").parameters.front().kind == Kind::carrier);
}

TEST_CASE("Contract: an element is held against the schema") {
  const auto breach = [](const std::string& inner) {
    const Document document =
        parse_xml("<GetUserInfoResponse xmlns='" + std::string(services_uri) + "' xmlns:i='" +
                  std::string(instance_uri) + "'>" + inner + "</GetUserInfoResponse>");
    return Contract::of(Service::user).breach(root_of(document));
  };
  CHECK(breach("<Response i:nil='true'/>").empty());
  CHECK(breach("<Response><Deleted>false</Deleted><UserInfoId>1</UserInfoId></Response>").empty());
  CHECK(breach("<Response><UserInfoId>1</UserInfoId><Deleted>false</Deleted></Response>")
            .find("Deleted") != std::string::npos);
  CHECK(breach("<Response><UserInfoId>one</UserInfoId></Response>").find("one") !=
        std::string::npos);
  CHECK(breach("<Other/>").find("Other") != std::string::npos);
}

}  // namespace
}  // namespace conformance
