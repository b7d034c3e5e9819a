#include "server/seeds/seed_lists.h"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/json.hpp>

#include "server/domain/user_name_rules.h"
#include "server/seeds/open_rows.h"
#include "server/seeds/seed_words.h"

namespace emulator {
namespace {

using namespace seed_words;

void take_contact(const EntryReader& entry, store::Contact& contact, bool is_new) {
  if (is_new) entry.need("name");
  entry.read("name", contact.name);
  entry.read("department", contact.department);
  entry.read("orgNr", contact.org_nr);
  entry.read("countryId", contact.country_id);
  entry.read("businessId", contact.business_id);
  entry.read("categoryId", contact.category_id);
  entry.read("phone", contact.phone);
  entry.read("fax", contact.fax);
}

void take_names(const EntryReader& entry, store::Person& person) {
  entry.read("mrmrs", person.mrmrs);
  entry.read("firstname", person.first_name);
  entry.read("middleName", person.middle_name);
  entry.read("lastname", person.last_name);
  entry.read("kanafname", person.kana_first_name);
  entry.read("kanalname", person.kana_last_name);
  entry.read("title", person.title);
}

void take_addresses(const EntryReader& entry, store::Person& person) {
  entry.read("email", person.email);
  person.email_key = user_name_key(person.email);
  entry.read("emailName", person.email_name);
  entry.read("directPhone", person.direct_phone);
  entry.read("mobilePhone", person.mobile_phone);
  entry.read("faxPhone", person.fax_phone);
  entry.read("post1", person.post1);
  entry.read("post2", person.post2);
  entry.read("post3", person.post3);
  entry.read("countryId", person.country_id);
  entry.read("usePersonAddress", person.use_person_address);
}

void take_person(const EntryReader& entry, store::Person& person, bool) {
  take_names(entry, person);
  take_addresses(entry, person);
  entry.read("rank", person.rank);
  entry.read("position", person.position);
  entry.read("description", person.description);
  entry.read("retired", person.retired);
  entry.read("activeInterests", person.active_interests);
  entry.read("activeErpLinks", person.active_erp_links);
  entry.read("ticketPriorityId", person.ticket_priority_id);
  entry.read("supportLanguageId", person.support_language_id);
  if (person.first_name.empty() && person.last_name.empty() && !entry.is_flawed()) {
    entry.tell("needs firstname or lastname");
  }
}

void read_groups(const EntryReader& file, SeedTables& tables, SeedProblems& problems) {
  open_rows<store::UserGroup>(file, "userGroups", tables.groups, problems,
                              [&](const EntryReader& entry, store::UserGroup& group, bool is_new) {
                                if (is_new) entry.need("name");
                                if (is_new)
                                  group.rank = last_rank(tables.groups, &store::UserGroup::rank);
                                entry.read("name", group.name);
                                entry.read("rank", group.rank);
                                entry.read("tooltip", group.tooltip);
                                entry.read("deleted", group.deleted);
                              });
}

void read_role_types(const EntryReader& entry, int& bits) {
  const boost::json::array* types = entry.list("roleTypes");
  if (types == nullptr) return;
  bits = 0;
  for (const boost::json::value& value : *types) {
    for (const auto& [word, type] : role_types) {
      if (value == boost::json::value(boost::json::string_view(word.data(), word.size()))) {
        bits |= 1 << static_cast<int>(type);
      }
    }
  }
}

void read_rights(const EntryReader& file, SeedTables& tables, SeedProblems& problems) {
  const auto find = [&](const std::string& name) {
    for (const auto& [id, right] : tables.rights.rows) {
      if (right.name == name) return id;
    }
    return 0;
  };
  open_rows<store::FunctionRight>(
      file, "functionalRights", tables.rights, problems,
      [&](const EntryReader& entry, store::FunctionRight& right, bool is_new) {
        if (is_new) right.role_types = 1 << static_cast<int>(RoleType::employee);
        entry.read("name", right.name);
        entry.read("text", right.text);
        read_role_types(entry, right.role_types);
      },
      find);
}

void read_roles(const EntryReader& file, SeedTables& tables, SeedProblems& problems) {
  open_rows<store::Role>(file, "roles", tables.roles, problems,
                         [&](const EntryReader& entry, store::Role& role, bool is_new) {
                           if (is_new) entry.need("name");
                           if (is_new) role.rank = last_rank(tables.roles, &store::Role::rank);
                           const RoleType before = role.type;
                           entry.read("name", role.name);
                           entry.read("rank", role.rank);
                           entry.read("tooltip", role.tooltip);
                           entry.read("deleted", role.deleted);
                           entry.read("useCategories", role.use_categories);
                           entry.read_word("type", role.type, role_types);
                           if (!is_new && role.type != before) {
                             entry.tell("type", "of a role cannot be changed");
                             role.type = before;
                           }
                         });
}

void take_license(const EntryReader& entry, store::ModuleLicense& license) {
  std::string name;
  entry.read("name", name);
  const auto dot = name.find('.');
  license.owner_name = boost::algorithm::to_upper_copy(name.substr(0, dot));
  license.module_name =
      dot == std::string::npos ? "" : boost::algorithm::to_upper_copy(name.substr(dot + 1));
  entry.read("description", license.description);
  entry.read("tooltip", license.tooltip);
  entry.read("version", license.version);
  entry.read_word("type", license.type, license_types);
  entry.read("total", license.number);
  entry.read("unrestricted", license.unrestricted);
  entry.read("hidden", license.hidden);
  entry.read("sortOrder", license.sort_order);
  entry.read_word("userType", license.allowed_type, user_types);
}

void read_licenses(const EntryReader& file, SeedTables& tables, SeedProblems& problems) {
  const auto find = [&](const std::string& name) {
    for (const auto& [id, license] : tables.licenses.rows) {
      if (full_name(license) == name) return id;
    }
    return 0;
  };
  open_rows<store::ModuleLicense>(
      file, "licences", tables.licenses, problems,
      [&](const EntryReader& entry, store::ModuleLicense& license, bool is_new) {
        if (is_new) {
          license.type = LicenseType::user;
          license.sort_order = last_rank(tables.licenses, &store::ModuleLicense::sort_order);
        }
        take_license(entry, license);
      },
      find);
}

void read_commands(const EntryReader& file, SeedTables& tables, SeedProblems& problems) {
  const auto find = [&](const std::string& name) {
    for (const auto& [id, command] : tables.commands.rows) {
      if (command.name == name) return id;
    }
    return 0;
  };
  open_rows<store::UserCommand>(
      file, "userCommands", tables.commands, problems,
      [](const EntryReader& entry, store::UserCommand& command, bool) {
        entry.read("name", command.name);
        entry.read("displayName", command.display_name);
        entry.read("description", command.description);
        entry.read("tooltip", command.tooltip);
        entry.read_word("action", command.action, command_actions);
        entry.read("actionData", command.action_data);
        entry.read_word("result", command.result, command_answers);
        entry.read("message", command.message);
        entry.read_word("userType", command.user_type, user_types);
      },
      find);
}

void read_password_rules(const EntryReader& file, SeedTables& tables, SeedProblems& problems) {
  const boost::json::object* object = file.member("passwordRules");
  if (object == nullptr) return;
  const EntryReader entry(*object, file.path("passwordRules"), problems);
  entry.read("minCharacters", tables.password_rules.min_characters);
  entry.read("minNumbers", tables.password_rules.min_numbers);
  entry.read("minLowercase", tables.password_rules.min_lowercase);
  entry.read("minUppercase", tables.password_rules.min_uppercase);
  entry.read("minSpecial", tables.password_rules.min_special);
  tables.has_password_rules = true;
}

void read_directory(const EntryReader& file, SeedTables& tables, SeedProblems& problems) {
  const boost::json::object* object = file.member("directory");
  if (object == nullptr) return;
  const EntryReader directory(*object, file.path("directory"), problems);
  open_rows<store::DirectoryGroup>(
      directory, "groups", tables.directory_groups, problems,
      [](const EntryReader& entry, store::DirectoryGroup& group, bool is_new) {
        if (is_new) entry.need("name");
        entry.read("name", group.name);
        group.name_key = user_name_key(group.name);
        entry.read("displayName", group.display_name);
      });
  open_rows<store::DirectoryUser>(
      directory, "users", tables.directory_users, problems,
      [](const EntryReader& entry, store::DirectoryUser& user, bool is_new) {
        if (is_new) entry.need("value");
        if (is_new) entry.need("account");
        entry.read("value", user.value);
        entry.read("account", user.account);
        user.account_key = user_name_key(user.account);
        entry.read("fullName", user.full_name);
        user.full_name_key = user_name_key(user.full_name);
        entry.read("email", user.email);
        user.email_key = user_name_key(user.email);
      });
}

}  // namespace

void read_lists(const EntryReader& file, SeedTables& tables, SeedProblems& problems) {
  open_rows<store::Contact>(file, "contacts", tables.contacts, problems, take_contact);
  open_rows<store::Person>(file, "persons", tables.persons, problems, take_person);
  read_groups(file, tables, problems);
  read_rights(file, tables, problems);
  read_roles(file, tables, problems);
  read_licenses(file, tables, problems);
  read_commands(file, tables, problems);
  read_password_rules(file, tables, problems);
  read_directory(file, tables, problems);
}

}  // namespace emulator
