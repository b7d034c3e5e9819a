#include "server/seeds/seed_tables.h"

#include <doctest/doctest.h>

#include "store/seed.h"
#include "tests/server/seeds/seeding.h"

namespace emulator::testing {

TEST_CASE("Seed tables: they begin with all that the base has") {
  store::Store base(store::Store::in_memory);
  store::seed(base, store::Seed::demo, mark_as_hashed, seed_author);
  const SeedTables tables(base);
  CHECK(tables.contacts.rows.size() == base.contacts.list().size());
  CHECK(tables.persons.rows.size() == base.persons.list().size());
  CHECK(tables.groups.rows.size() == 5);
  CHECK(tables.rights.rows.size() == base.function_rights.list().size());
  CHECK(tables.roles.rows.at(14).deleted);
  CHECK(tables.licenses.rows.size() == 9);
  CHECK(tables.users.rows.size() == base.associates.list().size());
  CHECK(tables.commands.rows.size() == 2);
  CHECK(tables.directory_groups.rows.size() == 3);
  CHECK(tables.directory_users.rows.size() == 6);
  CHECK(tables.owner_contacts == Ids{1});
  CHECK(tables.role_of_user.at(103) == 13);
  CHECK(tables.groups_of_user.at(49) == Ids{2, 3});
  CHECK(tables.licenses_of_user.at(103) == Ids{6, 9});
  CHECK(tables.rights_of_role.at(1).size() == 37);
  CHECK(tables.members_of_directory_group.at(3) == Ids{5, 6});
  CHECK(tables.passwords.at(101).secret == mark_as_hashed("ext1"));
  CHECK_FALSE(tables.passwords.contains(15));
  CHECK(tables.free_credential_id == 321);
  CHECK(tables.users.entries.empty());
  CHECK(tables.users.path_of(101) == "");
}

}  // namespace emulator::testing
