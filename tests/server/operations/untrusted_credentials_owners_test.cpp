#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/secret_calls.h"

using namespace emulator;
using namespace emulator::testing;
using namespace emulator::testing::seeded;

namespace {

const std::string refused = "SoIllegalOperationException";

}  // namespace

TEST_CASE("Untrusted credentials of another: its manager sees that they are there, not what") {
  GateFixture emulator;
  const Owner of_kari = associate_id(101);
  save(emulator, login(emulator, ext1), "imap", {.public_value = "kari", .secret_value = "own"});
  CHECK(secrets(emulator, login(emulator, adm0), "imap", of_kari) == "kari=");
  CHECK(secrets(emulator, login(emulator, usr8), "imap", of_kari) == "kari=");
  CHECK(secrets(emulator, login(emulator, sys0), "imap", of_kari) == "kari=own");
  CHECK(secrets(emulator, login(emulator, ext1), "imap", of_kari) == "kari=own");
  for (const SeededUser& other : {sal1, ext3}) {
    CHECK(secrets(emulator, login(emulator, other), "imap", of_kari) == refused);
  }
}

TEST_CASE("Untrusted credentials of another: what its manager saves is the owner's") {
  GateFixture emulator;
  const Owner of_kari = associate_id(101);
  const std::string ticket = login(emulator, adm0);
  const Cells before = Cells::of(emulator.store());
  CHECK(outcome_of(save_for(emulator, ticket, of_kari, "imap",
                            {.public_value = "kari", .secret_value = "given"})) == "ok");
  const Cells after = Cells::of(emulator.store());
  CHECK(listed(before.rows_changed_to(after)) == "Credentials[1002] sequence[Credentials]");
  CHECK(after.at("Credentials[1002].associateId") == "101");
  CHECK(after.at("Credentials[1002].registered_associate_id") == "11");
  CHECK(secrets(emulator, login(emulator, ext1), "imap") == "kari=given");
  CHECK(secrets(emulator, ticket, "imap") == "");
  CHECK(secrets(emulator, ticket, "imap", of_kari) == "kari=");
  CHECK(outcome_of(remove(emulator, ticket, "imap", "kari")) == "SoNotFoundException");
  CHECK(outcome_of(remove(emulator, ticket, "imap", "kari", of_kari)) == "ok");
  CHECK(secrets(emulator, login(emulator, ext1), "imap") == "");
}

TEST_CASE("Untrusted credentials of another: who may not manage the user changes nothing") {
  struct Case {
    SeededUser caller, owner;
    std::string outcome;
  };
  for (const Case& c : {
           Case{sal1, adm0, refused},
           Case{sal1, ext1, refused},
           Case{ext1, ext2, refused},
           Case{ext3, ext1, refused},
           Case{ext3, ext3, "ok"},
           Case{ext1, ext1, "ok"},
           Case{usr8, adm0, "ok"},
           Case{sys0, adm0, "ok"},
           Case{sal1, nobody, "SoNotFoundException"},
           Case{adm0, nobody, "SoNotFoundException"},
       }) {
    CAPTURE(c.caller.name);
    CAPTURE(c.owner.name);
    GateFixture emulator;
    const Owner owner = associate_id(c.owner.id);
    const std::string ticket = login(emulator, c.caller);
    CHECK(outcome_of(save_for(emulator, ticket, owner, "imap", {.public_value = "x"})) ==
          c.outcome);
    CHECK(outcome_of(remove(emulator, ticket, "imap", "x", owner)) == c.outcome);
  }
}

TEST_CASE("Untrusted credentials of another: nobody's are nil, and there are none of ANON") {
  GateFixture emulator;
  const std::string ticket = login(emulator, adm0);
  CHECK(secrets(emulator, ticket, "imap", associate_id(99999)) == "nil");
  CHECK(emulator
            .call(login(emulator, sal1), "GetUntrustedCredentialsForAssociate",
                  element("Type", "imap"))
            .result("Response") == "(nil)");
  const Owner anonymous = associate_id(15);
  CHECK(secrets(emulator, ticket, "imap", anonymous) == "");
  CHECK(outcome_of(save_for(emulator, ticket, anonymous, "imap", {})) ==
        "SoInvalidArgumentException AssociateId");
  CHECK(outcome_of(remove(emulator, ticket, "imap", "", anonymous)) ==
        "SoInvalidArgumentException AssociateId");
}

TEST_CASE("Untrusted credentials of another: a retired user's are shown and not changed") {
  GateFixture emulator;
  const Owner of_siri = associate_id(12);
  const std::string ticket = login(emulator, adm0);
  save(emulator, login(emulator, sal1), "imap", {.public_value = "siri", .secret_value = "own"});
  retire(emulator, 12);
  CHECK(secrets(emulator, ticket, "imap", of_siri) == "siri=");
  CHECK(outcome_of(save_for(emulator, ticket, of_siri, "imap", {})) == refused);
  CHECK(remove(emulator, ticket, "imap", "siri", of_siri).message() ==
        "This associate is marked as a former employee and cannot be modified.");
}

TEST_CASE("Untrusted credentials of another: who does not see the secret needs no key for it") {
  GateFixture emulator;
  save(emulator, login(emulator, ext1), "imap", {.public_value = "kari", .secret_value = "own"});
  store::Credential row = emulator.store().credentials.list("imap").at(0);
  row.secret = "damaged";
  emulator.store().credentials.save(row, {});
  CHECK(secrets(emulator, login(emulator, adm0), "imap", associate_id(101)) == "kari=");
  CHECK(secrets(emulator, login(emulator, sys0), "imap", associate_id(101)) == "SoException");
}

TEST_CASE(
    "Untrusted credentials of another: who sends back an empty secret value keeps the secret") {
  GateFixture emulator;
  const Owner of_kari = associate_id(101);
  const std::string kari = login(emulator, ext1);
  save(emulator, kari, "imap", {.public_value = "kari", .secret_value = "own"});
  const Secret shown{.public_value = "kari", .comment = "seen by Ada"};
  CHECK(outcome_of(save_for(emulator, login(emulator, adm0), of_kari, "imap", shown)) == "ok");
  CHECK(secrets(emulator, kari, "imap") == "kari=own");
  CHECK(emulator.store().credentials.list("imap").at(0).comment == "seen by Ada");
  CHECK(outcome_of(save_for(emulator, login(emulator, sys0), of_kari, "imap", shown)) == "ok");
  CHECK(secrets(emulator, kari, "imap") == "kari=");
  save(emulator, kari, "imap", {.public_value = "kari", .secret_value = "own"});
  save(emulator, kari, "imap", {.public_value = "kari"});
  CHECK(secrets(emulator, kari, "imap") == "kari=");
}

TEST_CASE("Untrusted credentials of another: Credentials must be there, if only an empty one") {
  GateFixture emulator;
  const std::string ticket = login(emulator, adm0);
  const std::string to_kari = associate_id(101) + element("Type", "imap");
  const Cells before = Cells::of(emulator.store());
  for (const std::string missing : {"", "<Credentials i:nil=\"true\"/>"}) {
    CAPTURE(missing);
    const Reply reply =
        emulator.call(ticket, "SaveUntrustedCredentialsForAssociate", to_kari + missing);
    CHECK(outcome_of(reply) == "SoInvalidArgumentException Credentials");
    CHECK(reply.message() == "Credentials is missing");
    CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  }
  CHECK(outcome_of(emulator.call(ticket, "SaveUntrustedCredentialsForAssociate",
                                 to_kari + "<Credentials/>")) == "ok");
  CHECK(secrets(emulator, login(emulator, ext1), "imap") == "=");
}

TEST_CASE("Untrusted credentials: a PublicValue that is left out removes the one without it") {
  GateFixture emulator;
  const std::string ticket = login(emulator, ext1);
  save(emulator, ticket, "imap", {.public_value = "kari", .secret_value = "1"});
  for (const Owner& owner : {own, associate_id(101)}) {
    for (const std::string left_out : {"", "<PublicValue i:nil=\"true\"/>", "<PublicValue/>"}) {
      CAPTURE(owner);
      CAPTURE(left_out);
      save(emulator, ticket, "imap", {.secret_value = "2"});
      REQUIRE(secrets(emulator, ticket, "imap") == "kari=1 =2");
      CHECK(outcome_of(emulator.call(ticket, for_owner("RemoveUntrustedCredentials", owner),
                                     owner + element("Type", "imap") + left_out)) == "ok");
      CHECK(secrets(emulator, ticket, "imap") == "kari=1");
    }
  }
}
