#pragma once

#include <doctest/doctest.h>

#include <boost/algorithm/string/replace.hpp>
#include <string>

#include "server/domain/outbound_secret.h"
#include "tests/server/gate/access_samples.h"
#include "tests/support/gate_fixture.h"

namespace emulator::testing {

/// A secret for another system, of the type `imap` with the public value `own`.
inline void give_secret(GateFixture& emulator, int associate_id) {
  store::Credential secret;
  secret.associate_id = associate_id;
  secret.type = "imap";
  secret.search_name = secret_search_name(associate_id, "own");
  secret.usage = store::CredentialUsage::outbound;
  emulator.store().credentials.save(secret, {});
}

/// What the samples are about and the seed does not have: the external user 1001, `colleague`, the
/// service log-in 1001, and a secret for each user who calls.
inline void make_rows_for_samples(GateFixture& emulator) {
  const std::string adm0 = emulator.login("ADM0", "adm0");
  const Reply made = emulator.call(adm0, "CreateExternalUser", std::string(colleague));
  REQUIRE(made.result("Response") == "1001");
  store::ServiceAuth auth;
  emulator.store().service_auths.save(auth, {});
  REQUIRE(auth.id == 1001);
  for (const int id : {11, 12, 13, 14, 101, 103}) give_secret(emulator, id);
}

/// The sample of an operation, filled with who calls; empty when there is none.
inline std::string sample_for(GateFixture& emulator, std::string_view operation, int associate_id) {
  std::string xml = sample_of(operation).value_or(std::string());
  const auto caller = emulator.store().associates.find(associate_id);
  boost::algorithm::replace_all(xml, "{id}", std::to_string(associate_id));
  boost::algorithm::replace_all(xml, "{name}", caller ? caller->name : std::string());
  return xml;
}

}  // namespace emulator::testing
