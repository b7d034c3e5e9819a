#include "server/tenants/tenants.h"

#include <doctest/doctest.h>

#include <vector>

#include "server/domain/secrets.h"

using namespace emulator;
using namespace std::string_literals;

namespace {

StorageSettings in_memory(const std::string& seed = "small") {
  start_secrets();
  StorageSettings settings;
  settings.seed = seed;
  return settings;
}

void rename(Tenant& tenant, int associate_id, const std::string& tooltip) {
  auto associate = tenant.store.associates.find(associate_id);
  REQUIRE(associate.has_value());
  associate->tooltip = tooltip;
  tenant.store.associates.save(*associate, {"2026-01-15T09:00:00", 11});
}

}  // namespace

TEST_CASE("Tenants: a new one begins with the seed") {
  Tenants small(in_memory("small"), HashCost::min);
  CHECK(small.of("default").store.associates.find(101).has_value());
  Tenants empty(in_memory("empty"), HashCost::min);
  CHECK(empty.of("default").store.associates.find(11).has_value());
  CHECK_FALSE(empty.of("default").store.associates.find(101).has_value());
}

TEST_CASE("Tenants: passwords of the seed are hashes") {
  Tenants tenants(in_memory(), HashCost::min);
  const auto password = tenants.of("default").store.credentials.find("CRM5/PASSWORD", "adm0");
  REQUIRE(password.has_value());
  CHECK(password->secret != "adm0");
  CHECK(password_matches(password->secret, "adm0"));
}

TEST_CASE("Tenants: a name in any case is the same tenant") {
  Tenants tenants(in_memory(), HashCost::min);
  Tenant& tenant = tenants.of("Cust12345");
  CHECK(&tenants.of("cust12345") == &tenant);
  CHECK(&tenants.of("CUST12345") == &tenant);
  CHECK(tenant.name == "Cust12345");
  CHECK(&tenants.of("cust1234") != &tenant);
}

TEST_CASE("Tenants: one does not see the rows of another, nor its time") {
  Tenants tenants(in_memory(), HashCost::min);
  Tenant& one = tenants.of("one");
  Tenant& other = tenants.of("other");
  rename(one, 101, "changed");
  one.store.associates.remove(103);
  one.clock.freeze(*moment_of("2001-02-03T04:05:06"));
  CHECK(other.store.associates.find(101)->tooltip == "Kari Nord");
  CHECK(other.store.associates.find(103).has_value());
  CHECK(other.clock.now() > one.clock.now());
  // Nor does one that is made later.
  CHECK(tenants.of("later").store.associates.find(101)->tooltip == "Kari Nord");
  CHECK(one.store.associates.find(101)->tooltip == "changed");
}

TEST_CASE("Tenants: names are letters, digits and a few signs, at most 64") {
  Tenants tenants(in_memory("empty"), HashCost::min);
  for (const std::string& name : {"x"s, "0"s, "default"s, "SuperOffice80"s, "a-b_c.d"s, "-"s, "_"s,
                                  "a..b"s, "a."s, std::string(64, 'x')}) {
    CAPTURE(name);
    CHECK(Tenants::is_name(name));
    CHECK_NOTHROW(tenants.of(name));
  }
  for (const std::string& name : {""s,           "."s,
                                  ".."s,         "..."s,
                                  ".hidden"s,    "../up"s,
                                  "a/b"s,        "/a"s,
                                  "a\\b"s,       "a b"s,
                                  " a"s,         "a\0"s,
                                  "\0"s,         "a\0b"s,
                                  "a:b"s,        "a;b"s,
                                  "a%2fb"s,      "a\n"s,
                                  "\xC3\xB8re"s, "\xFF"s,
                                  "\xE5"s,       std::string(65, 'x')}) {
    CAPTURE(name);
    CHECK_FALSE(Tenants::is_name(name));
    CHECK_THROWS_WITH_AS(tenants.of(name), Tenants::name_rule().c_str(), NoSuchTenant);
  }
}

TEST_CASE("Tenants: there are as many as --tenants-max allows, and those stay") {
  StorageSettings settings = in_memory("empty");
  settings.tenants_max = 2;
  Tenants tenants(settings, HashCost::min);
  Tenant& one = tenants.of("one");
  CHECK_THROWS_AS(tenants.of(".."), NoSuchTenant);  // Takes no place.
  tenants.of("two");
  CHECK_THROWS_WITH_AS(tenants.of("three"), "there are 2 tenants already, which is --tenants-max",
                       NoSuchTenant);
  CHECK(&tenants.of("ONE") == &one);
  CHECK_NOTHROW(tenants.of("two"));
}

TEST_CASE("Tenants: in memory, tenants share a key, and no two servers do") {
  Tenants tenants(in_memory("empty"), HashCost::min);
  Tenants others(in_memory("empty"), HashCost::min);
  const std::string sealed = tenants.of("one").vault.sealed("hunter2");
  CHECK(tenants.of("two").vault.opened(sealed) == "hunter2");
  CHECK_FALSE(others.of("one").vault.opened(sealed).has_value());
}
