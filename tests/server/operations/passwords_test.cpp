#include <doctest/doctest.h>

#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE("CanChangePassword: one's own; administrators everybody's; some those of their company") {
  GateFixture emulator;
  struct Case {
    std::string user_name, password;
    int associate_id;
    std::string can;
  };
  for (const Case& c : {
           Case{"ADM0", "adm0", 11, "true"},
           Case{"ADM0", "adm0", 12, "true"},
           Case{"ADM0", "adm0", 14, "true"},
           Case{"ADM0", "adm0", 101, "true"},
           Case{"USR8", "usr8", 11, "true"},
           Case{"USR8", "usr8", 103, "true"},
           Case{"SYS0", "sys0", 11, "true"},
           Case{"SYS0", "sys0", 101, "true"},
           Case{"SAL1", "sal1", 12, "true"},
           Case{"SAL1", "sal1", 11, "false"},
           Case{"SAL1", "sal1", 101, "false"},
           Case{"ext1@fjord.example", "ext1", 101, "true"},
           Case{"ext1@fjord.example", "ext1", 102, "false"},
           Case{"ext1@fjord.example", "ext1", 11, "false"},
           Case{"ext3@nordlys.example", "ext3", 103, "true"},
           Case{"ext3@nordlys.example", "ext3", 101, "false"},
           Case{"ext3@nordlys.example", "ext3", 12, "false"},
           Case{"ADM0", "adm0", 0, "false"},
           Case{"ADM0", "adm0", 99999, "false"},
           Case{"SYS0", "sys0", 99999, "false"},
       }) {
    CAPTURE(c.user_name);
    CAPTURE(c.associate_id);
    const Reply reply = emulator.call(emulator.login(c.user_name, c.password), "CanChangePassword",
                                      element("AssociateId", std::to_string(c.associate_id)));
    CHECK(reply.succeeded() == "true");
    CHECK(reply.result("Response") == c.can);
  }
}

TEST_CASE("CanChangePassword: an external administrator's colleagues are external users only") {
  GateFixture emulator;
  auto siri = emulator.store().associates.find(12).value();
  siri.person_id = 511;  // At the administrator's company.
  emulator.store().associates.save(siri, {});
  const Reply reply = emulator.call(emulator.login("ext3@nordlys.example", "ext3"),
                                    "CanChangePassword", element("AssociateId", "12"));
  CHECK(reply.result("Response") == "false");
}
