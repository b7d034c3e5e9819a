#include "server/operations/secrets_owner.h"

#include <doctest/doctest.h>

#include "tests/support/call_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

struct Calls : CallFixture {
  using CallFixture::CallFixture;

  std::string refusal(const auto& user) {
    try {
      secrets_owner(call, user, fault::own_password_only());
    } catch (const Fault& fault) {
      return fault.id;
    }
    return "";
  }
};

}  // namespace

TEST_CASE("Secrets' owner: oneself by id or by either name, whatever one may") {
  Calls calls(101);
  CHECK(secrets_owner(calls.call, 101).id == 101);
  CHECK(secrets_owner(calls.call, std::string("EXT1@fjord.example")).id == 101);
}

TEST_CASE("Secrets' owner: first that it is there, then that the caller may") {
  Calls calls(12);
  CHECK(calls.refusal(99999) == "id-not-found");
  CHECK(calls.refusal(std::string("who")) == "name-not-found");
  CHECK(calls.refusal(11) == "own-password-only");
  CHECK(calls.refusal(std::string("ADM0")) == "own-password-only");
  CHECK_FALSE(may_change_secrets_of(calls.call, calls.store().associates.find(11).value()));
  CHECK_THROWS_WITH_AS(secrets_owner(calls.call, 11), fault::not_permitted().message.c_str(),
                       Fault);
}

TEST_CASE("Secrets' owner: an administrator may for everybody") {
  Calls calls(13);
  for (const int id : {11, 12, 14, 101, 103}) CHECK(calls.refusal(id) == "");
}
