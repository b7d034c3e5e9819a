#include "server/envelope/contract_schema.h"

#include <doctest/doctest.h>

#include <thread>

#include "server/envelope/message_parser.h"
#include "tests/support/messages.h"

namespace emulator::testing {
namespace {

// `path: text` of the complaint about the message's root, empty when there is none.
std::string complaint(Service service, const std::string& message) {
  const XmlDocument document = parse_message(message);
  const auto said = ContractSchema::of(service).complaint(xmlDocGetRootElement(document.get()));
  return said ? said->path + ": " + said->text : "";
}

const std::string xsi = "http://www.w3.org/2001/XMLSchema-instance";

std::string get_user(const std::string& parameters) {
  return "<GetUser xmlns:i=\"" + xsi + "\" xmlns=\"" + services_uri + "\">" + parameters +
         "</GetUser>";
}

const std::string a_value = "a value that its type does not allow";

}  // namespace

TEST_CASE("Contract schema: what the WSDL's types say is valid, in all its namespaces") {
  const std::string arrays =
      "<a:int xmlns:a=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">1</a:int>";
  for (const std::string& message :
       {wrapper("CreateDefaultUser", ""), get_user("<UserId>7</UserId>"), get_user(""),
        wrapper("GetUserInfoList", "<UserInfoIds>" + arrays + arrays + "</UserInfoIds>"),
        wrapper("SetExternalUserInfo", element("ExternalUserInfoModification", "Role Active")),
        credentials("7T:a")}) {
    CAPTURE(message);
    CHECK(complaint(Service::user, message) == "");
  }
  CHECK(complaint(Service::so_principal, wrapper("GetSystemInfo", "")) == "");
  CHECK(complaint(Service::so_principal,
                  wrapper("GetSystemInfoResponse",
                          "<SystemInfo><License><PublicKey><Key><c:Counter xmlns:c=\"http://schemas"
                          ".datacontract.org/2004/07/System.Security.Cryptography\">x</c:Counter>"
                          "</Key></PublicKey></License></SystemInfo>"))
            .ends_with(a_value));
}

TEST_CASE("Contract schema: a complaint says where and, without any value, what is wrong") {
  struct Case {
    std::string message, path, text;
  };
  const std::string secret = "hunter2";
  const std::string name = "{" + std::string(services_uri) + "}";
  const auto about = [&](const std::string& element_name, const std::string& text) {
    return "Element '" + name + element_name + "'" + text;
  };
  const std::string in_user_id = "/GetUser/UserId";
  const std::string attribute = ", attribute 'x': The attribute 'x' is not allowed";
  for (const Case& c : {
           Case{get_user("<UserId i:nil=\"false\">1</UserId>"), in_user_id,
                about("UserId", ": The element is not 'nillable'")},
           Case{wrapper("GetUserFromName", "<UserName xmlns:i=\"" + xsi + "\" i:nil=\"true\">" +
                                               secret + "</UserName>"),
                "/GetUserFromName/UserName",
                about("UserName",
                      ": Neither character nor element content is allowed because the element is "
                      "'nilled'")},
           Case{wrapper("CreateDefaultUser", secret), "/CreateDefaultUser",
                about("CreateDefaultUser",
                      ": Character content is not allowed, because the content type is empty")},
           Case{get_user(secret), "/GetUser",
                about("GetUser",
                      ": Character content other than whitespace is not allowed because the "
                      "content type is 'element-only'")},
           Case{get_user("<UserId>" + secret + "<x/></UserId>"), in_user_id,
                about("UserId",
                      ": Element content is not allowed, because the type definition is simple")},
           Case{get_user("<Bogus>" + secret + "</Bogus>"), "/GetUser/Bogus",
                about("Bogus",
                      ": This element is not expected. Expected is ( " + name + "UserId )")},
           Case{get_user("<UserId x=\"" + secret + "\">1</UserId>"), in_user_id,
                about("UserId", attribute)},
           Case{"<GetUser x=\"" + secret + "\" xmlns=\"" + services_uri + "\"/>", "/GetUser",
                about("GetUser", attribute)},
           Case{get_user("<UserId>" + secret + "</UserId>"), in_user_id, a_value},
           Case{get_user("<UserId i:nil=\"" + secret + "\">1</UserId>"), in_user_id, a_value},
           Case{get_user("<UserId i:type=\"i:" + secret + "\">1</UserId>"), in_user_id, a_value},
           Case{get_user("<UserId i:type=\"" + secret + ":int\">1</UserId>"), in_user_id, a_value},
           Case{wrapper("SetExternalUserInfo",
                        element("ExternalUserInfoModification", "Role " + secret)),
                "/SetExternalUserInfo/ExternalUserInfoModification", a_value},
       }) {
    CHECK(complaint(Service::user, c.message) == c.path + ": " + c.text);
  }
}

TEST_CASE("Contract schema: a complaint is short, plain and in one line") {
  std::string name = "x\xC3\xA6";
  for (int i = 0; i < 9; ++i) name += name;
  const std::string text = complaint(Service::user, get_user("<" + name + "/>"));
  const std::string rest = text.substr(text.find(": ") + 2);
  CAPTURE(rest);
  CHECK(rest.size() <= 203);
  CHECK(rest.ends_with("x??..."));
  CHECK(xml_safe(rest) == rest);
}

TEST_CASE("Contract schema: no file is read that a message names") {
  const std::string hint = "<UserId i:schemaLocation=\"urn:x /nowhere.xsd " +
                           std::string(services_uri) + " nsemu-schema:0\">1</UserId>";
  CHECK(complaint(Service::user, get_user(hint)) == "");
}

TEST_CASE("Contract schema: libxml2 can read files all the same") {
  ContractSchema::of(Service::user);
  const std::string file = std::string(NSEMU_SOURCE_DIR) + "/wsdl/Services86/User.wsdl";
  CHECK(XmlDocument(xmlReadFile(file.c_str(), nullptr, XML_PARSE_NONET)) != nullptr);
  CHECK(XmlDocument(xmlReadFile("nsemu-schema:0", nullptr,
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING)) ==
        nullptr);
}

TEST_CASE("Contract schema: threads may ask at once") {
  parse_message("<a/>");  // libxml2 wants to be started by one thread alone, as Contract does.
  std::vector<std::thread> threads;
  std::vector<std::string> said(8);
  for (std::size_t i = 0; i < said.size(); ++i) {
    threads.emplace_back([&said, i] {
      const bool is_good = i % 2 == 0;
      for (int round = 0; round < 200; ++round) {
        said[i] = complaint(Service::user, get_user(is_good ? "<UserId>1</UserId>" : "<UserId/>"));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < said.size(); ++i) {
    CHECK(said[i] == (i % 2 == 0 ? "" : "/GetUser/UserId: " + a_value));
  }
}

}  // namespace emulator::testing
