#include "store/password_rules.h"

#include <doctest/doctest.h>

#include "tests/store/seeded.h"

namespace emulator::store {

TEST_CASE("PasswordRules: anything goes until somebody says otherwise") {
  SeededStore store;
  CHECK(store.password_rules.get() == PasswordRules{.id = 1, .stamp = {.registered = seeder.now}});
  PasswordRules rules{.flags = 1,
                      .min_characters = 8,
                      .min_numbers = 2,
                      .min_lowercase = 3,
                      .min_uppercase = 4,
                      .min_special = 5};
  store.password_rules.save(rules, ada);
  CHECK(store.password_rules.get() == rules);
  CHECK(rules.stamp == Stamp{seeder.now, 0, ada.now, 11, 1});
}

}  // namespace emulator::store
