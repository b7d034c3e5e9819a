#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "store/rows.h"
#include "tests/store/seeded.h"

namespace emulator::store {

namespace {

using Names = std::set<std::string>;

Names names(Connection& connection, const std::string& sql, const auto&... values) {
  Names result;
  Query query(connection, sql, values...);
  while (query.step()) {
    std::string name;
    query.read(name);
    result.insert(name);
  }
  return result;
}

Names columns(Connection& connection, const std::string& table) {
  return names(connection, "SELECT name FROM pragma_table_info(?)", table);
}

const Names stamp{"registered", "registered_associate_id", "updated", "updated_associate_id",
                  "updatedCount"};

template <class Record>
void check_mapping(Connection& connection) {
  CAPTURE(Mapping<Record>::table);
  Names mapped = stamp;
  mapped.insert(Mapping<Record>::key);
  const Record record;
  Mapping<Record>::columns(record, [&](const std::string& name, const auto&) {
    CHECK_MESSAGE(mapped.insert(name).second, name);
  });
  CHECK(mapped == columns(connection, Mapping<Record>::table));
}

}  // namespace

TEST_CASE("Schema: it has NetServer's tables, a directory's and commands") {
  Store store(Store::in_memory);
  CHECK(names(store.connection(), "SELECT name FROM sqlite_schema WHERE type = 'table'") ==
        Names{"associate",
              "person",
              "contact",
              "Role",
              "UserRoleLink",
              "FunctionRight",
              "FunctionRightRoleLink",
              "DataRight",
              "UserGroup",
              "UserGroupLink",
              "Credentials",
              "service_auth",
              "OwnerContactLink",
              "ModuleLicense",
              "LicenseAssocLink",
              "AssociateHistory",
              "password_rules",
              "sequence",
              "directory_group",
              "directory_user",
              "directory_member",
              "user_command"});
}

TEST_CASE("Schema: every table but sequence tells who wrote a row and when") {
  Store store(Store::in_memory);
  for (const auto& table : names(store.connection(),
                                 "SELECT name FROM sqlite_schema WHERE type = 'table' "
                                 "AND name <> 'sequence'")) {
    CAPTURE(table);
    const Names all = columns(store.connection(), table);
    CHECK(std::includes(all.begin(), all.end(), stamp.begin(), stamp.end()));
  }
}

TEST_CASE("Schema: every column of a table is read and written") {
  Store store(Store::in_memory);
  Connection& connection = store.connection();
  check_mapping<Associate>(connection);
  check_mapping<AssociateHistory>(connection);
  check_mapping<Contact>(connection);
  check_mapping<Credential>(connection);
  check_mapping<DirectoryGroup>(connection);
  check_mapping<DirectoryUser>(connection);
  check_mapping<FunctionRight>(connection);
  check_mapping<ModuleLicense>(connection);
  check_mapping<PasswordRules>(connection);
  check_mapping<Person>(connection);
  check_mapping<Role>(connection);
  check_mapping<ServiceAuth>(connection);
  check_mapping<UserCommand>(connection);
  check_mapping<UserGroup>(connection);
}

TEST_CASE("Schema: links are real references") {
  Store store(Store::in_memory);
  const Names links = names(store.connection(),
                            "SELECT child.name || '.' || link.\"from\" || ' > ' || link.\"table\" "
                            "|| ' ' || link.on_delete FROM sqlite_schema AS child "
                            "JOIN pragma_foreign_key_list(child.name) AS link");
  CHECK(links == Names{"associate.group_idx > UserGroup NO ACTION",
                       "associate.person_id > person NO ACTION",
                       "person.contact_id > contact NO ACTION",
                       "person.associate_id > associate SET NULL",
                       "person.supportAssociateId > associate SET NULL",
                       "contact.associate_id > associate SET NULL",
                       "UserRoleLink.associate_id > associate CASCADE",
                       "UserRoleLink.role_id > Role NO ACTION",
                       "FunctionRightRoleLink.roleId > Role CASCADE",
                       "FunctionRightRoleLink.functionRightId > FunctionRight CASCADE",
                       "DataRight.roleId > Role CASCADE",
                       "UserGroupLink.assoc_id > associate CASCADE",
                       "UserGroupLink.UserGroup_id > UserGroup CASCADE",
                       "Credentials.associateId > associate CASCADE",
                       "service_auth.associate_id > associate CASCADE",
                       "OwnerContactLink.contact_id > contact CASCADE",
                       "directory_member.directory_group_id > directory_group CASCADE",
                       "directory_member.directory_user_id > directory_user CASCADE",
                       "LicenseAssocLink.moduleLicenseId > ModuleLicense NO ACTION",
                       "LicenseAssocLink.assocId > associate CASCADE"});
}

TEST_CASE("Schema: every reference can be followed backwards by an index") {
  Store store(Store::in_memory);
  Connection& connection = store.connection();
  const Names unindexed =
      names(connection,
            "SELECT child.name || '.' || link.\"from\" FROM sqlite_schema AS child "
            "JOIN pragma_foreign_key_list(child.name) AS link WHERE NOT EXISTS ("
            "  SELECT 1 FROM pragma_index_list(child.name) AS list "
            "  JOIN pragma_index_info(list.name) AS part WHERE part.seqno = 0 "
            "  AND part.name = link.\"from\") AND NOT EXISTS ("
            "  SELECT 1 FROM pragma_table_info(child.name) AS col "
            "  WHERE col.pk = 1 AND col.name = link.\"from\")");
  CHECK(unindexed == Names{});
}

}  // namespace emulator::store
