#include "server/domain/ticket_text.h"

#include <doctest/doctest.h>

#include <vector>

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
std::string session_of(const std::string& text) {
  std::string wide;
  for (const char c : text) wide += {c, '\0'};
  return "7T:" + base64_of(wide);
}

/// `8A:`, a tenant and base64 of any text.
std::string access_of(const std::string& text, const std::string& tenant = "Cust12345") {
  return "8A:" + tenant + "." + base64_of(text);
}

void check_reads(const std::string& text, TicketKind kind) {
  CAPTURE(text);
  const auto read = read_ticket(text);
  REQUIRE(read.has_value());
  CHECK(read->kind == kind);
  CHECK(read->parts.guid == guid);
  CHECK(read->parts.number == number);
}

/// Contents that are no GUID and number, in whatever form they come.
std::vector<std::string> bad_contents() {
  return {
      "",
      ";",
      guid,
      guid + ";",
      guid + ";;Cust26759",
      ";" + number,
      guid.substr(1) + ";" + number,
      "0" + guid + ";" + number,
      "g" + guid.substr(1) + ";" + number,
      guid + ";-" + number,
      guid + "; " + number,
      guid + ";0x7c69",
      guid + ";" + number + "\0"s,
      guid + "." + number,
      "{3F2504E0-4F89-11D3-9A0C-0305E82C3301};1254895",
  };
}

}  // namespace

TEST_CASE("Ticket text: the documented ticket is read and written") {
  check_reads(documented, TicketKind::session);
  CHECK(ticket_text({guid, number}, "Cust26759") == documented);
}

TEST_CASE("Ticket text: an access token begins as documented and names the tenant") {
  const std::string token = access_token_text({guid, number}, "Cust12345");
  CHECK(token == access_of(guid + ";" + number));
  CHECK(token.starts_with("8A:Cust12345."));
  check_reads(token, TicketKind::access_token);
}

TEST_CASE("Ticket text: what is written is read back, whatever the tenant is called") {
  for (const char* const tenant : {"", "default", "cust12345", "a.b", "a..b.", "-_.7T", "."}) {
    CAPTURE(tenant);
    check_reads(ticket_text({guid, number}, tenant), TicketKind::session);
    check_reads(access_token_text({guid, number}, tenant), TicketKind::access_token);
  }
}

TEST_CASE("Ticket text: without a suffix there is no third part") {
  CHECK(ticket_text({guid, number}, "") == session_of(guid + ";" + number));
}

TEST_CASE("Ticket text: everything from the second semicolon on is the suffix") {
  for (const std::string& rest : {";"s, ";;"s, ";Cust26759;more"s, ";\0"s}) {
    check_reads(session_of(guid + ";" + number + rest), TicketKind::session);
    check_reads(access_of(guid + ";" + number + rest), TicketKind::access_token);
  }
}

TEST_CASE("Ticket text: a GUID and a number are asked for, in both forms") {
  for (const std::string& content : bad_contents()) {
    CAPTURE(content);
    CHECK_FALSE(read_ticket(session_of(content)).has_value());
    CHECK_FALSE(read_ticket(access_of(content)).has_value());
  }
}

TEST_CASE("Ticket text: malformed session tickets are not read") {
  const std::string good = session_of(guid + ";" + number);
  check_reads(good, TicketKind::session);
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
           "8A:Cust12345." + good.substr(3),
           "7H:" + good.substr(3),
           good.substr(3),
           " " + good,
           good + " ",
           good + "\n",
           good.substr(0, good.size() - 1),
           "7T:" + good,
           "7T:" + base64_of(guid + ";" + number),          // Narrow text.
           "7T:" + base64_of("\0"s + guid + ";" + number),  // An odd number of bytes.
           "7T:" + base64_of(beyond_latin_1),
       }) {
    CAPTURE(ticket);
    CHECK_FALSE(read_ticket(ticket).has_value());
  }
}

TEST_CASE("Ticket text: malformed access tokens are not read") {
  const std::string content = base64_of(guid + ";" + number);
  check_reads("8A:Cust12345." + content, TicketKind::access_token);
  for (const std::string& token : {
           "8A:"s,
           "8A:."s,
           "8A:Cust12345."s,
           "8A:Cust12345"s,
           "8A:" + content,
           "8A:Cust12345" + content,
           "8A:Cust12345;" + content,
           "8A:Cust12345. " + content,
           "8A:Cust12345." + content + ".",
           "8A:Cust12345." + content + " ",
           "8A:Cust12345." + content.substr(1),
           "8A:Cust12345." + content.substr(0, content.size() - 1),
           "8a:Cust12345." + content,
           "7T:Cust12345." + content,
           "Cust12345." + content,
           " 8A:Cust12345." + content,
       }) {
    CAPTURE(token);
    CHECK_FALSE(read_ticket(token).has_value());
  }
}

TEST_CASE("Ticket text: a text is meant as a ticket when it begins like one") {
  for (const char* const text : {"7T:", "8A:", "7T:garbled", "8A:x"}) {
    CAPTURE(text);
    CHECK(looks_like_ticket(text));
  }
  for (const char* const text : {"", "7T", "8A", "7t:", "8a:x", " 7T:", "7P:x", "T7:", "ADM0"}) {
    CAPTURE(text);
    CHECK_FALSE(looks_like_ticket(text));
  }
}

TEST_CASE("Ticket text: a GUID gets its dashes") {
  CHECK(guid_with_dashes("d3989fc94d3a44da8f5b85b0456103ef") ==
        "d3989fc9-4d3a-44da-8f5b-85b0456103ef");
}

TEST_CASE("Ticket text: rows of both kinds have types of their own") {
  CHECK(credential_type_of(TicketKind::session) == "Ticket");
  CHECK(credential_type_of(TicketKind::access_token) == "AccessToken");
}
