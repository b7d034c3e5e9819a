#include "server/domain/outbound_secret.h"

#include <doctest/doctest.h>

#include "server/domain/fault.h"

using namespace emulator;

namespace {

/// Id of the fault and the argument that it names; empty: none.
std::string refusal(const OutboundSecret& secret, std::string_view type = "imap") {
  try {
    require_secret(secret, type);
  } catch (const Fault& fault) {
    return fault.id + " " + fault.parameters.at(0).second;
  }
  return "";
}

std::string letters(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "\u00F8";
  return text;
}

}  // namespace

TEST_CASE("Outbound secret: a default one begins now, has no end and is active") {
  OutboundSecret expected;
  expected.valid_from = "2026-01-15T09:00:00";
  expected.valid_to = "9999-12-31T23:59:59";
  expected.is_active = true;
  CHECK(default_secret("2026-01-15T09:00:00") == expected);
}

TEST_CASE("Outbound secret: each text has its length") {
  CHECK(refusal({}) == "");
  CHECK(refusal({.public_value = letters(238)}) == "");
  CHECK(refusal({.public_value = letters(239)}) == "text-too-long PublicValue");
  CHECK(refusal({.secret_value = letters(70)}) == "");
  CHECK(refusal({.secret_value = letters(71)}) == "text-too-long SecretValue");
  CHECK(refusal({.comment = letters(255)}) == "");
  CHECK(refusal({.comment = letters(256)}) == "text-too-long Comment");
  CHECK(refusal({}, letters(254)) == "");
  CHECK(refusal({}, letters(255)) == "text-too-long Type");
}

TEST_CASE("Outbound secret: its type is a text, but none of the proofs of who one is") {
  CHECK(refusal({}, "") == "argument-missing Type");
  for (const char* type : {"CRM5/PASSWORD", "ActiveDirectory", "Ticket", "AccessToken"}) {
    CHECK(refusal({}, type) == "credential-type-refused Type");
  }
  for (const char* type : {"imap", " ", "ticket", "Tickets"}) CHECK(refusal({}, type) == "");
}

TEST_CASE("Outbound secret: the search name has the owner and gives the public value back") {
  CHECK(secret_search_name(11, "kari") == "11:kari");
  CHECK(secret_search_name(1, "1:kari") != secret_search_name(11, "kari"));
  for (const char* value : {"", "kari", "a:b", ":", "11:"}) {
    store::Credential row;
    row.associate_id = 1234;
    row.search_name = secret_search_name(1234, value);
    CHECK(public_value_of(row) == value);
  }
  // 254 characters are in the column, 238 in a public value.
  CHECK(secret_search_name(2'147'483'647, "").size() <= 254 - 238);
}
