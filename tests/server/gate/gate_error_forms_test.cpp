// Every way in which a call fails, for each shape of an answer, byte for byte: wrapped and not, in
// SOAP 1.1 and 1.2.

#include <doctest/doctest.h>

#include <boost/algorithm/string/replace.hpp>

#include "server/gate/gate.h"
#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

// Each an answer that is not the default one.
void fill(Call&, _so__SetExternalUserInfoResponse&) {}
void fill(Call&, _so__CreateExternalUserResponse& response) { response.Response = 4711; }
void fill(Call&, _so__IsUserNameValidResponse& response) { response.Response = true; }
void fill(Call& call, _so__GetUserInfoListResponse& response) {
  response.Response = soap_new_so__ArrayOfUserInfo(call.context.get());
}
void fill(Call& call, _so__GetUserResponse& response) {
  response.Response = soap_new_so__User(call.context.get());
}

enum class Way { no_ticket, refused, bug };

template <class Request, class Response>
void fail(Operation<Request, Response>& operation, Way way) {
  if (way == Way::refused) {
    operation.handler = [](Call& call, const Request&, Response& response) {
      fill(call, response);
      throw fault::user_name_empty();
    };
  } else if (way == Way::bug) {
    operation.handler = [](Call& call, const Request&, Response& response) {
      fill(call, response);
      throw std::out_of_range("vector::at of somebody");
    };
  }
}

void fail(Operations& operations, Way way) {
  fail(operations.SetExternalUserInfo, way);
  fail(operations.CreateExternalUser, way);
  fail(operations.IsUserNameValid, way);
  fail(operations.GetUserInfoList, way);
  fail(operations.GetUser, way);
}

struct Failure {
  Way way;
  std::string message, type;
  std::string parameters;  ///< As ExceptionInfo has them.
  std::string blame;       ///< In SOAP 1.2.
};

std::string pair(const std::string& key, const std::string& value) {
  return "<Parameters><SoExceptionInfoParametersKeyValuePair>" + element("Key", key) +
         element("Value", value) + "</SoExceptionInfoParametersKeyValuePair></Parameters>";
}

const Failure failures[] = {
    {Way::no_ticket, "Authentication failed!", "SuperOffice.Exceptions.SoSessionException",
     pair("Reason", "missing"), "s:Sender"},
    {Way::refused, "The user name can not be empty",
     "SuperOffice.Exceptions.SoInvalidArgumentException", pair("Argument", "UserName"), "s:Sender"},
    {Way::bug, "The emulator failed to answer; its log says why",
     "SuperOffice.Exceptions.SoException", "<Parameters xsi:nil=\"true\"/>", "s:Receiver"},
};

struct Shape {
  std::string operation;
  std::string empty;  ///< What the answer's wrapper holds when the call failed.
};

const std::string nil = "<Response xsi:nil=\"true\"/>";
const Shape shapes[] = {
    {"SetExternalUserInfo", ""},
    {"CreateExternalUser", "<Response>0</Response>"},
    {"IsUserNameValid", "<Response>false</Response>"},
    {"GetUserInfoList", nil},
    {"GetUser", nil},
};

const std::string uri_1_1 = "http://schemas.xmlsoap.org/soap/envelope/";
const std::string uri_1_2 = "http://www.w3.org/2003/05/soap-envelope";
const std::string so = services_uri;

std::string enveloped(const std::string& uri, const std::string& inside) {
  return "<s:Envelope xmlns:s=\"" + uri +
         "\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">" + inside + "</s:Envelope>";
}

std::string nil_header(const std::string& name) {
  return "<h:" + name + " xsi:nil=\"true\" xmlns:h=\"" + so + "\"/>";
}

std::string wrapped(const std::string& uri, const Shape& shape, const Failure& failure) {
  const std::string info = element("Message", failure.message) + "<StackTrace xsi:nil=\"true\"/>" +
                           element("FriendlyText", failure.message) +
                           element("ExceptionType", failure.type) +
                           element("Source", "SuperOffice.Services.Implementation") +
                           "<InnerException xsi:nil=\"true\"/>" + failure.parameters;
  const std::string answer = wrapper(shape.operation + "Response", shape.empty);
  return enveloped(uri, "<s:Header><ExceptionInfo xmlns=\"" + so + "\">" + info +
                            "</ExceptionInfo>" + nil_header("ExtraInfo") +
                            "<h:Succeeded xmlns:h=\"" + so + "\">false</h:Succeeded>" +
                            nil_header("TimeZone") + "</s:Header><s:Body>" + answer + "</s:Body>");
}

std::string detail(const Failure& failure) {
  return "<ExceptionDetail xmlns=\"http://schemas.datacontract.org/2004/07/System.ServiceModel\">"
         "<HelpLink xsi:nil=\"true\"/><InnerException xsi:nil=\"true\"/>" +
         element("Message", failure.message) + "<StackTrace xsi:nil=\"true\"/>" +
         element("Type", failure.type) + "</ExceptionDetail>";
}

const std::string code =
    " xmlns:a=\"http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/"
    "dispatcher\">a:InternalServiceFault</";

std::string unwrapped_1_1(const Failure& failure) {
  return enveloped(uri_1_1, "<s:Body><s:Fault><faultcode" + code +
                                "faultcode><faultstring xml:lang=\"en-US\">" + failure.message +
                                "</faultstring><detail>" + detail(failure) +
                                "</detail></s:Fault></s:Body>");
}

std::string unwrapped_1_2(const Failure& failure) {
  return enveloped(uri_1_2, "<s:Body><s:Fault><s:Code>" + element("s:Value", failure.blame) +
                                "<s:Subcode><s:Value" + code +
                                "s:Value></s:Subcode></s:Code><s:Reason>"
                                "<s:Text xml:lang=\"en-US\">" +
                                failure.message + "</s:Text></s:Reason><s:Detail>" +
                                detail(failure) + "</s:Detail></s:Fault></s:Body>");
}

/// The failing emulator, with or without `--wrap-exceptions`.
struct Failing {
  Failing(const Failure& failure, bool wraps) : emulator(settings_of(wraps)) {
    fail(emulator.operations, failure.way);
    if (failure.way != Way::no_ticket) ticket = emulator.login("ADM0", "adm0");
  }

  static ServiceSettings settings_of(bool wraps) {
    ServiceSettings settings;
    settings.wrap_exceptions = wraps;
    return settings;
  }

  SoapAnswer answer(const Shape& shape, const std::string& uri) {
    const std::string body = boost::algorithm::replace_all_copy(
        envelope(credentials(ticket), wrapper(shape.operation, "")), uri_1_1, uri);
    const std::string named = action("User", shape.operation);
    const std::string type = uri == uri_1_1 ? "text/xml" : "application/soap+xml";
    return emulator.send(Service::user, SoapMessage{type, named, body}).soap;
  }

  GateFixture emulator;
  std::string ticket;
};

void check(const SoapAnswer& answer, int status, const std::string& media_type,
           const std::string& body) {
  CHECK(answer.status == status);
  CHECK(answer.content_type == media_type + "; charset=utf-8");
  CHECK(answer.body == body);
}

}  // namespace

TEST_CASE("Error forms: wrapped, every failure is a 200 with ExceptionInfo and an empty answer") {
  for (const Failure& failure : failures) {
    Failing failing(failure, true);
    for (const Shape& shape : shapes) {
      CAPTURE(shape.operation);
      check(failing.answer(shape, uri_1_1), 200, "text/xml", wrapped(uri_1_1, shape, failure));
      check(failing.answer(shape, uri_1_2), 200, "application/soap+xml",
            wrapped(uri_1_2, shape, failure));
    }
  }
}

TEST_CASE("Error forms: unwrapped, every failure is a 500 with a fault and the exception in it") {
  for (const Failure& failure : failures) {
    Failing failing(failure, false);
    for (const Shape& shape : shapes) {
      CAPTURE(shape.operation);
      check(failing.answer(shape, uri_1_1), 500, "text/xml", unwrapped_1_1(failure));
      check(failing.answer(shape, uri_1_2), 500, "application/soap+xml", unwrapped_1_2(failure));
    }
  }
}
