// Whole exchanges, byte for byte, from tests/golden; its README says how to renew them.

#include <doctest/doctest.h>

#include <boost/algorithm/string/replace.hpp>
#include <cstdlib>
#include <fstream>
#include <regex>
#include <sstream>

#include "server/envelope/message_parser.h"
#include "tests/server/envelope/reading.h"
#include "tests/support/gate_fixture.h"

namespace emulator::testing {
namespace {

struct Exchange {
  std::string name;  ///< Of the files.
  Service service;
  std::string operation;
  int status;
  bool is_answer = true;  ///< Of an operation, not a fault.
  bool wraps_exceptions = true;
};

const Exchange exchanges[] = {
    {"set_external_user_info", Service::user, "SetExternalUserInfo", 200},
    {"documentation", Service::user, "", 200},
    {"get_user_info", Service::user, "GetUserInfo", 200},
    {"get_user", Service::user, "GetUser", 200},
    {"get_user_info_list", Service::user, "GetUserInfoList", 200},
    {"get_all_roles", Service::user, "GetAllRoles", 200},
    {"authenticate_accepted", Service::so_principal, "AuthenticateUsernamePassword", 200},
    {"authenticate_refused", Service::so_principal, "AuthenticateUsernamePassword", 200},
    {"get_system_info", Service::so_principal, "GetSystemInfo", 200},
    {"no_ticket", Service::user, "GetUserInfo", 200},
    {"no_ticket_unwrapped", Service::user, "GetUserInfo", 500, false, false},
    {"find_credentials_groups", Service::user, "FindCredentialsGroups", 200},
    {"deserialization_failed", Service::user, "SetExternalUserInfo", 500, false},
    {"action_not_supported", Service::user, "GetEverything", 500, false},
    {"malformed", Service::user, "GetUserInfo", 400, false},
};

std::string path_of(const Exchange& exchange, const std::string& kind) {
  return NSEMU_SOURCE_DIR "/tests/golden/" + exchange.name + "." + kind + ".xml";
}

std::string file(const std::string& path) {
  std::ifstream input(path, std::ios::binary);
  std::stringstream text;
  text << input.rdbuf();
  return text.str();
}

SoapAnswer answer_to(const Exchange& exchange) {
  ServiceSettings settings;
  settings.wrap_exceptions = exchange.wraps_exceptions;
  GateFixture emulator(settings);
  const std::string body = boost::algorithm::replace_all_copy(
      file(path_of(exchange, "request")), "TICKET", emulator.login("ADM0", "adm0"));
  const std::string quoted =
      "\"" + action(std::string(service_name(exchange.service)), exchange.operation) + "\"";
  SoapMessage message{"text/xml; charset=utf-8", quoted, body};
  if (exchange.operation.empty()) message.soap_action.reset();
  return emulator.send(exchange.service, message).soap;
}

}  // namespace

TEST_CASE("Golden: the answers to the recorded requests are the recorded ones") {
  for (const Exchange& exchange : exchanges) {
    CAPTURE(exchange.name);
    const SoapAnswer answer = answer_to(exchange);
    CHECK(answer.status == exchange.status);
    const std::string masked =
        std::regex_replace(answer.body, std::regex("7T:[A-Za-z0-9+/=]+"), "TICKET");
    if (std::getenv("NSEMU_WRITE_GOLDEN") != nullptr) {
      std::ofstream(path_of(exchange, "response"), std::ios::binary) << masked;
    }
    CHECK(masked == file(path_of(exchange, "response")));
  }
}

TEST_CASE("Golden: the requests and the answers of operations are valid by the WSDL's schema") {
  for (const Exchange& exchange : exchanges) {
    if (!exchange.is_answer) continue;
    CAPTURE(exchange.name);
    for (const std::string kind : {"request", "response"}) {
      CAPTURE(kind);
      CHECK(schema_complaint(exchange.service, parse_message(file(path_of(exchange, kind)))) == "");
    }
  }
}

}  // namespace emulator::testing
