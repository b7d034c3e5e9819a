#include "server/control/explain_fixes.h"

#include <doctest/doctest.h>

#include "server/domain/fault_catalogue.h"

using namespace emulator;

TEST_CASE("Explain fixes: every exception, breach, ticket's reason and platform fault has one") {
  for (const FaultEntry& entry : fault_catalogue()) {
    CAPTURE(entry.id);
    CHECK_FALSE(fix_of_error(entry.id).empty());
  }
  for (const char* id :
       {"W-SOAP12", "W-HEADER-PLACE", "W-ACTION", "W-ORDER", "W-UNKNOWN-ELEMENT",
        "W-UNKNOWN-ATTRIBUTE", "W-DUPLICATE", "W-NAMESPACE", "W-FLAG", "W-SCHEMA"}) {
    CAPTURE(id);
    CHECK_FALSE(fix_of_breach(id).empty());
  }
  for (const char* reason :
       {"missing", "unknown", "expired", "inactive", "user type not allowed"}) {
    CAPTURE(reason);
    CHECK_FALSE(fix_of_ticket(reason).empty());
  }
  for (const char* code : {"ActionNotSupported", "DeserializationFailed", "MustUnderstand",
                           "Client", "Server", "internal error"}) {
    CAPTURE(code);
    CHECK_FALSE(fix_of_platform_fault(code, 500).empty());
  }
  CHECK(fix_of_platform_fault("Client", 415).find("text/xml") != std::string_view::npos);
  CHECK(fix_of_platform_fault("Client", 400).find("well-formed") != std::string_view::npos);
}

TEST_CASE("Explain fixes: there is none for what is not known") {
  CHECK(fix_of_error("x").empty());
  CHECK(fix_of_breach("").empty());
  CHECK(fix_of_ticket("x").empty());
  CHECK(fix_of_platform_fault("x", 500).empty());
}
