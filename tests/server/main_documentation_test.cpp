#include <doctest/doctest.h>

#include "tests/support/http_client.h"
#include "tests/support/messages.h"
#include "tests/support/program.h"

using namespace emulator::testing;

namespace {

// The form in which the documentation prints its requests, which is not the one that the service
// takes: a SOAP 1.2 envelope, the headers straight below it, xsi:type everywhere.
std::string documented_request(const std::string& ticket, const std::string& name) {
  return R"(<?xml version="1.0" encoding="UTF-8"?>
<SOAP-ENV:Envelope
 xmlns:SOAP-ENV="http://www.w3.org/2003/05/soap-envelope"
 xmlns:SOAP-ENC="http://www.w3.org/2003/05/soap-encoding"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:xsd="http://www.w3.org/2001/XMLSchema"
 xmlns:NetServerServices862="http://schemas.microsoft.com/2003/10/Serialization/Arrays"
 xmlns:NetServerServices861="http://schemas.microsoft.com/2003/10/Serialization/"
 xmlns:User="http://www.superoffice.net/ws/crm/NetServer/Services86">
  <User:ApplicationToken>1234567-1234-9876</User:ApplicationToken>
  <User:Credentials>
    <User:Ticket>)" +
         ticket + R"(</User:Ticket>
  </User:Credentials>
 <SOAP-ENV:Body>
   <User:SetExternalUserInfo>
    <User:AssociateId xsi:type="xsd:int">101</User:AssociateId>
    <User:UserName xsi:type="xsd:string">)" +
         name +
         R"(</User:UserName>
    <User:Password xsi:type="xsd:string"></User:Password>
    <User:IsActive xsi:type="xsd:boolean">false</User:IsActive>
    <User:RoleId xsi:type="xsd:int">0</User:RoleId>
    <User:ExternalUserInfoModification xsi:type=)"
         R"("User:ExternalUserInfoModification">UserName</User:ExternalUserInfoModification>
   </User:SetExternalUserInfo>

 </SOAP-ENV:Body>
</SOAP-ENV:Envelope>
)";
}

}  // namespace

TEST_CASE("documentation: its request changes the user, however it is sent") {
  RunningServer server;
  SoapClient client(server.port());
  const std::string ticket = client.login("ADM0", "adm0");
  const std::string own_action = action("User", "SetExternalUserInfo");
  int number = 0;
  for (const char* const type : {"text/xml", "application/soap+xml; charset=utf-8"}) {
    for (const std::string& soap_action : {std::string(), own_action, "\"" + own_action + "\""}) {
      CAPTURE(type);
      CAPTURE(soap_action);
      const std::string name = "name" + std::to_string(++number);
      const auto response = client.http().post("/Remote/Services86/User.svc", type, soap_action,
                                               documented_request(ticket, name));
      CHECK(response.result_int() == 200);
      CHECK(response["Content-Type"] == "application/soap+xml; charset=utf-8");
      CHECK(response["X-Emulator-Warning"] == "W-SOAP12, W-HEADER-PLACE");
      CHECK(response.body().find("http://www.w3.org/2003/05/soap-envelope") != std::string::npos);
      CHECK(response.body().find("SetExternalUserInfoResponse") != std::string::npos);
      const Reply user = client.call(ticket, "GetUserInfo", element("UserInfoId", "101"));
      CHECK(user.result("Response/UserName") == name);
      CHECK(user.result("Response/CanLogon") == "true");
      CHECK(user.result("Response/RoleName") == "External user");
      CHECK(client.login(name, "ext1") != "");
    }
  }
}

TEST_CASE("documentation: the same call as a proper SOAP 1.1 request needs no leniency") {
  for (const char* const contract : {"lenient", "warn", "strict"}) {
    RunningServer server({"--contract", contract});
    SoapClient client(server.port());
    const std::string ticket = client.login("ADM0", "adm0");
    const std::string own_action = action("User", "SetExternalUserInfo");
    for (const std::string& soap_action : {own_action, "\"" + own_action + "\""}) {
      const auto response = client.http().post(
          "/Remote/Services86/User.svc", "text/xml; charset=utf-8", soap_action,
          envelope(credentials(ticket),
                   wrapper("SetExternalUserInfo",
                           element("AssociateId", "101") + element("UserName", "proper") +
                               element("ExternalUserInfoModification", "UserName"))));
      CHECK(response.result_int() == 200);
      CHECK(response["Content-Type"] == "text/xml; charset=utf-8");
      CHECK(response.count("X-Emulator-Warning") == 0);
      CHECK(response.body().find(">true</h:Succeeded>") != std::string::npos);
    }
  }
}
