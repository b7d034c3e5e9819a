#include "server/carriers/untrusted_credentials_carrier.h"

#include <doctest/doctest.h>

#include "tests/server/carriers/shown.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE("Untrusted credentials carrier: what is shown is read back, in every time zone") {
  Shown rows;
  OutboundSecret secret;
  secret.public_value = "kari@imap.example";
  secret.secret_value = "s3cret & more";
  secret.comment = "mailbox";
  secret.valid_from = "2026-01-15T09:00:00";
  secret.valid_to = "2027-06-15T09:00:00";
  secret.is_active = true;
  const auto* utc = untrusted_credentials_carrier(rows.context, secret);
  CHECK(utc->ValidFrom == "2026-01-15T09:00:00");
  CHECK(shown(utc->PublicValue) == "kari@imap.example");
  CHECK(shown(utc->SecretValue) == "s3cret & more");
  CHECK(shown(utc->Comment) == "mailbox");
  CHECK(utc->IsActive);
  CHECK(secret_of_wire(rows.context, *utc) == secret);
  rows.context.set_time_zone(TimeZone::of(261, "NO").value());
  const auto* norwegian = untrusted_credentials_carrier(rows.context, secret);
  CHECK(norwegian->ValidFrom == "2026-01-15T10:00:00");
  CHECK(norwegian->ValidTo == "2027-06-15T11:00:00");
  CHECK(secret_of_wire(rows.context, *norwegian) == secret);
}

TEST_CASE("Untrusted credentials carrier: what is absent is empty, false or the null date") {
  Shown rows;
  const so__UntrustedCredentials absent;
  CHECK(secret_of_wire(rows.context, absent) == OutboundSecret{});
  const auto* wire = untrusted_credentials_carrier(rows.context, {});
  CHECK(shown(wire->SecretValue) == "");
  CHECK(wire->ValidTo == "0001-01-01T00:00:00");
}
