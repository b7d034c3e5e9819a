#include "store/service_auths.h"

#include <doctest/doctest.h>

#include "tests/store/seeded.h"

namespace emulator::store {

TEST_CASE("ServiceAuths: what is saved is found, with every column, until it is removed") {
  SeededStore store;
  ServiceAuth auth{.server = "imap.example",
                   .port = 993,
                   .auth_type = "imap",
                   .user_name = "ada",
                   .password = "secret",
                   .associate_id = 11,
                   .auth_status = 2};
  store.service_auths.save(auth, ada);
  CHECK(auth.id == 1001);
  CHECK(store.service_auths.find(1001) == auth);
  auth.port = 143;
  store.service_auths.save(auth, siri);
  CHECK(store.service_auths.list() == std::vector{auth});
  CHECK(store.service_auths.remove(1001));
  CHECK_FALSE(store.service_auths.remove(1001));
  CHECK(store.service_auths.list().empty());
}

}  // namespace emulator::store
