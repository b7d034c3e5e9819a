#include <doctest/doctest.h>

#include <set>
#include <vector>

#include "server/domain/secrets.h"
#include "server/tenants/tenants.h"
#include "server/tenants/tickets.h"
#include "tests/support/program.h"

using namespace emulator;

namespace {

using Tickets = std::vector<std::string>;

StorageSettings seeded_with(std::optional<std::uint64_t> random_seed) {
  start_secrets();
  StorageSettings settings;
  settings.random_seed = random_seed;
  return settings;
}

/// The first tickets of a tenant, of both kinds, and a password.
Tickets first_of(Tenant& tenant) {
  Tickets tickets;
  for (int i = 0; i < 5; ++i) {
    tickets.push_back(issue_ticket(tenant, 11, "").text);
    tickets.push_back(issue_access_token(tenant, 11).text);
  }
  tickets.push_back(generated_password(tenant.random));
  return tickets;
}

Tickets first_of(std::optional<std::uint64_t> random_seed, const std::string& tenant) {
  Tenants tenants(seeded_with(random_seed), HashCost::min);
  return first_of(tenants.of(tenant));
}

std::size_t in_common(const Tickets& left, const Tickets& right) {
  const std::set<std::string> known(left.begin(), left.end());
  std::size_t count = 0;
  for (const std::string& ticket : right) count += known.contains(ticket) ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("Tickets: with a random seed, two servers give a tenant the same ones") {
  const Tickets tickets = first_of(42, "Cust1");
  CHECK(std::set(tickets.begin(), tickets.end()).size() == tickets.size());
  CHECK(first_of(42, "Cust1") == tickets);
}

TEST_CASE("Tickets: with a random seed, what other tenants do makes no difference") {
  Tenants tenants(seeded_with(42), HashCost::min);
  first_of(tenants.of("other"));
  Tenant& tenant = tenants.of("Cust1");
  first_of(tenants.of("another"));
  CHECK(first_of(tenant) == first_of(42, "Cust1"));
}

TEST_CASE("Tickets: with a random seed, a tenant's name in another case gives the same secrets") {
  Tenants tenants(seeded_with(42), HashCost::min);
  const std::string ticket = issue_ticket(tenants.of("CUST1"), 11, "").text;
  CHECK(ticket == first_of(42, "Cust1").front());
}

TEST_CASE("Tickets: another seed, another name or no seed gives others") {
  const Tickets tickets = first_of(42, "cust1");
  CHECK(in_common(tickets, first_of(43, "cust1")) == 0);
  CHECK(in_common(tickets, first_of(42, "cust2")) == 0);
  CHECK(in_common(tickets, first_of(std::nullopt, "cust1")) == 0);
  CHECK(in_common(first_of(std::nullopt, "cust1"), first_of(std::nullopt, "cust1")) == 0);
}

TEST_CASE("Tickets: with a random seed and a file, a restart gives none that is in the file") {
  const testing::ScratchDirectory scratch;
  StorageSettings settings = seeded_with(42);
  settings.data_directory = scratch.path("data").string();
  Tickets all;
  for (int start = 0; start < 3; ++start) {
    Tenants tenants(settings, HashCost::min);
    Tenant& tenant = tenants.of("default");
    for (int i = 0; i < 3; ++i) {
      all.push_back(issue_ticket(tenant, 11, "").text);
      all.push_back(issue_access_token(tenant, 11).text);
    }
    for (const std::string& ticket : all) CHECK(find_ticket(tenant, ticket).associate_id == 11);
  }
  CHECK(std::set(all.begin(), all.end()).size() == 18);
}
