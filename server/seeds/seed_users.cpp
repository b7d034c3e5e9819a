#include "server/seeds/seed_users.h"

#include <string>

#include "server/domain/person_rules.h"
#include "server/domain/user_name_rules.h"
#include "server/seeds/open_rows.h"
#include "server/seeds/seed_words.h"

namespace emulator {
namespace {

void take_type(const EntryReader& entry, store::Associate& user, bool is_new) {
  const store::AssociateType before = user.type;
  entry.read_word("type", user.type, seed_words::user_types);
  if (!is_new && user.type != before) {
    entry.tell("type", "of a user cannot be changed");
    user.type = before;
  }
}

void take_user(const EntryReader& entry, store::Associate& user, bool is_new) {
  if (is_new) {
    for (const auto* name : {"name", "type", "role"}) entry.need(name);
  }
  take_type(entry, user, is_new);
  entry.read("name", user.name);
  if (is_new) user.user_name = user.name;
  entry.read("userName", user.user_name);
  user.name_key = user_name_key(user.name);
  user.user_name_key = user_name_key(user.user_name);
  entry.read("rank", user.rank);
  entry.read("tooltip", user.tooltip);
  entry.read("deleted", user.deleted);
  entry.read_moment("lastLogin", user.last_login);
  entry.read_moment("lastLogout", user.last_logout);
  entry.read("ejUserId", user.ej_user_id);
}

/// `active` is the licence to log in, `licences` are the others.
void link_licenses(const EntryReader& entry, const store::Associate& user, bool is_new,
                   SeedTables& tables) {
  Ids& held = tables.licenses_of_user[user.id];
  const int access = find_access_license(tables, user.type).value_or(store::ModuleLicense{}).id;
  bool active = is_new ? !user.deleted : held.contains(access);
  entry.read("active", active);
  const auto given = entry.refer_all("licences", tables.licenses);
  if (given) held = *given;
  if (user.deleted) {
    if (active && entry.has("active")) entry.tell("active", "cannot be true of a deleted user");
    if (given && !given->empty()) entry.tell("licences", "cannot be held by a deleted user");
    held.clear();
  } else if (access != 0 && active) {
    held.insert(access);
  } else if (given && given->contains(access)) {
    entry.tell("licences", "has the licence to log in of a user who is not active");
  } else {
    held.erase(access);
  }
}

void link_groups(const EntryReader& entry, store::Associate& user, SeedTables& tables) {
  entry.refer("group", tables.groups, user.group_id);
  Ids& others = tables.groups_of_user[user.id];
  if (const auto ids = entry.refer_all("otherGroups", tables.groups)) others = *ids;
  if (entry.has("otherGroups") && user.group_id != 0 && others.contains(user.group_id)) {
    entry.tell("otherGroups", "has the user's primary group");
  }
  others.erase(user.group_id);
}

void link_user(const EntryReader& entry, store::Associate& user, bool is_new, SeedTables& tables) {
  entry.refer("role", tables.roles, tables.role_of_user[user.id]);
  entry.refer("person", tables.persons, user.person_id);
  link_groups(entry, user, tables);
  link_licenses(entry, user, is_new, tables);
  if (is_new && !entry.has("tooltip") && user.person_id != 0) {
    user.tooltip = full_name_of(tables.persons.rows.at(user.person_id));
  }
  std::string password;
  entry.read("password", password);
  if (entry.has("password")) tables.new_passwords[user.id] = password;
}

}  // namespace

void read_users(const EntryReader& file, SeedTables& tables, SeedProblems& problems) {
  open_rows<store::Associate>(file, "users", tables.users, problems,
                              [&](const EntryReader& entry, store::Associate& user, bool is_new) {
                                if (is_new)
                                  user.rank = last_rank(tables.users, &store::Associate::rank);
                                take_user(entry, user, is_new);
                              });
}

void link_users(SeedTables& tables, SeedProblems& problems) {
  for (const auto& [id, entry] : tables.users.entries) {
    link_user(EntryReader(entry.object, entry.path, problems), tables.users.rows.at(id),
              entry.is_new, tables);
  }
}

}  // namespace emulator
