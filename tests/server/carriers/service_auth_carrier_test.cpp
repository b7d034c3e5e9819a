#include "server/carriers/service_auth_carrier.h"

#include <doctest/doctest.h>

#include "tests/server/carriers/shown.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE("Service log-in carrier: the password in clear, and not as the row has it") {
  SoapContext context;
  const store::ServiceAuth auth{.id = 7,
                                .server = "imap.example",
                                .port = 993,
                                .auth_type = "imap",
                                .user_name = "ada",
                                .password = "sealed",
                                .associate_id = 11};
  const so__ServiceAuth* wire = service_auth_carrier(context, auth, "clear");
  CHECK(wire->ServiceAuthId == 7);
  CHECK(shown(wire->Server) == "imap.example");
  CHECK(wire->Port == 993);
  CHECK(shown(wire->AuthType) == "imap");
  CHECK(shown(wire->Username) == "ada");
  CHECK(shown(wire->Password) == "clear");
}

TEST_CASE("Service log-in carrier: what is sent is read back, and null texts are empty") {
  SoapContext context;
  const store::ServiceAuth auth{.id = 7,
                                .server = "imap.example",
                                .port = 993,
                                .auth_type = "imap",
                                .user_name = "ada",
                                .password = "clear"};
  CHECK(service_auth_of_wire(*service_auth_carrier(context, auth, "clear")) == auth);
  CHECK(service_auth_of_wire({}) == store::ServiceAuth{});
  CHECK(shown(service_auth_carrier(context, {}, {})->Server) == "");
}
