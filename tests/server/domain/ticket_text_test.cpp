#include "server/domain/ticket_text.h"

#include <doctest/doctest.h>

using namespace emulator;
using namespace std::string_literals;

namespace {

const std::string guid = "07f1edd1de08b1acd68471699a4fb392";
const std::string number = "2087315043";

/// A ticket from the documentation, and its text: `guid;number;Cust26759`.
const std::string documented =
    "7T:MAA3AGYAMQBlAGQAZAAxAGQAZQAwADgAYgAxAGEAYwBkADYAOAA0ADcAMQA2ADkAOQBhADQAZgBiADMAOQAyA"
    "DsAMgAwADgANwAzADEANQAwADQAMwA7AEMAdQBzAHQAMgA2ADcANQA5AA==";

/// `7T:` and base64 of any text as UTF-16LE.
std::string ticket_of(const std::string& text) {
  std::string wide;
  for (const char c : text) wide += {c, '\0'};
  return "7T:" + base64_of(wide);
}

}  // namespace

TEST_CASE("Ticket text: the documented ticket is read and written") {
  const auto parts = ticket_parts_of(documented);
  REQUIRE(parts.has_value());
  CHECK(parts->guid == guid);
  CHECK(parts->number == number);
  CHECK(ticket_text({guid, number}, "Cust26759") == documented);
}

TEST_CASE("Ticket text: what is written is read back, with and without a third part") {
  start_secrets();
  for (const char* suffix : {"", "default", "cust12345"}) {
    CAPTURE(suffix);
    const TicketParts parts = random_ticket_parts();
    const auto read = ticket_parts_of(ticket_text(parts, suffix));
    REQUIRE(read.has_value());
    CHECK(read->guid == parts.guid);
    CHECK(read->number == parts.number);
  }
}

TEST_CASE("Ticket text: without a suffix there is no third part") {
  CHECK(ticket_text({guid, number}, "") == ticket_of(guid + ";" + number));
}

TEST_CASE("Ticket text: everything after the second semicolon is passed over") {
  for (const std::string& rest : {";"s, ";;"s, ";Cust26759;more"s, ";\0"s}) {
    CAPTURE(rest);
    const auto parts = ticket_parts_of(ticket_of(guid + ";" + number + rest));
    REQUIRE(parts.has_value());
    CHECK(parts->number == number);
  }
}

TEST_CASE("Ticket text: malformed tickets have no parts") {
  const std::string good = ticket_of(guid + ";" + number);
  REQUIRE(ticket_parts_of(good).has_value());
  std::string beyond_latin_1;  // Good but for the upper half of its last letter.
  REQUIRE(base64_decoded(good.substr(3), beyond_latin_1));
  beyond_latin_1.back() = '\1';
  for (const std::string& ticket : {
           ""s,
           "7T:"s,
           "string"s,
           guid + ";" + number,
           "7t:" + good.substr(3),
           "8A:" + good.substr(3),
           good.substr(3),
           " " + good,
           good + " ",
           good + "\n",
           good.substr(0, good.size() - 1),
           "7T:" + good,
           "7T:" + base64_of(guid + ";" + number),          // Narrow text.
           "7T:" + base64_of("\0"s + guid + ";" + number),  // An odd number of bytes.
           "7T:" + base64_of(beyond_latin_1),
           ticket_of(""),
           ticket_of(";"),
           ticket_of(guid),
           ticket_of(guid + ";"),
           ticket_of(guid + ";;Cust26759"),
           ticket_of(";" + number),
           ticket_of(guid.substr(1) + ";" + number),
           ticket_of("0" + guid + ";" + number),
           ticket_of("g" + guid.substr(1) + ";" + number),
           ticket_of(guid + ";-" + number),
           ticket_of(guid + "; " + number),
           ticket_of(guid + ";0x7c69"),
           ticket_of(guid + ";" + number + "\0"s),
           ticket_of("{3F2504E0-4F89-11D3-9A0C-0305E82C3301};1254895"),
       }) {
    CAPTURE(ticket);
    CHECK_FALSE(ticket_parts_of(ticket).has_value());
  }
}

TEST_CASE("Ticket text: a GUID gets its dashes") {
  CHECK(guid_with_dashes("d3989fc94d3a44da8f5b85b0456103ef") ==
        "d3989fc9-4d3a-44da-8f5b-85b0456103ef");
}
