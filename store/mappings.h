#pragma once

#include "store/query.h"
#include "store/records.h"
#include "store/user_command_record.h"

namespace emulator::store {

/// Where a record's members lie in the database, told once for reading, inserting and updating: the
/// table, its key, and a call of `visit(column, member)` for each member but `id` and `stamp`.
template <class Record>
struct Mapping;

template <>
struct Mapping<Associate> {
  static constexpr const char* table = "associate";
  static constexpr const char* key = "associate_id";
  static void columns(auto& associate, auto&& visit) {
    visit("name", associate.name);
    visit("nameKey", associate.name_key);
    visit("userName", associate.user_name);
    visit("userNameKey", associate.user_name_key);
    visit("rank", associate.rank);
    visit("tooltip", associate.tooltip);
    visit("deleted", associate.deleted);
    visit("group_idx", link(associate.group_id));
    visit("lastlogin", associate.last_login);
    visit("lastlogout", associate.last_logout);
    visit("person_id", link(associate.person_id));
    visit("type", associate.type);
    visit("ejuserId", associate.ej_user_id);
  }
};

template <>
struct Mapping<Person> {
  static constexpr const char* table = "person";
  static constexpr const char* key = "person_id";
  static void columns(auto& person, auto&& visit) {
    visit("contact_id", link(person.contact_id));
    visit("rank", person.rank);
    visit("mrmrs", person.mrmrs);
    visit("firstname", person.first_name);
    visit("middleName", person.middle_name);
    visit("lastname", person.last_name);
    visit("kanafname", person.kana_first_name);
    visit("kanalname", person.kana_last_name);
    visit("title", person.title);
    visit("post1", person.post1);
    visit("post2", person.post2);
    visit("post3", person.post3);
    visit("country_id", person.country_id);
    visit("retired", person.retired);
    visit("usePersonAddress", person.use_person_address);
    visit("activeInterests", person.active_interests);
    visit("activeErpLinks", person.active_erp_links);
    visit("associate_id", link(person.associate_id));
    visit("ticketPriorityId", person.ticket_priority_id);
    visit("supportLanguageId", person.support_language_id);
    visit("supportAssociateId", link(person.support_associate_id));
    visit("position", person.position);
    visit("description", person.description);
    visit("email", person.email);
    visit("emailKey", person.email_key);
    visit("emailName", person.email_name);
    visit("directPhone", person.direct_phone);
    visit("mobilePhone", person.mobile_phone);
    visit("faxPhone", person.fax_phone);
  }
};

template <>
struct Mapping<Contact> {
  static constexpr const char* table = "contact";
  static constexpr const char* key = "contact_id";
  static void columns(auto& contact, auto&& visit) {
    visit("name", contact.name);
    visit("department", contact.department);
    visit("orgNr", contact.org_nr);
    visit("country_id", contact.country_id);
    visit("associate_id", link(contact.associate_id));
    visit("business_idx", contact.business_id);
    visit("category_idx", contact.category_id);
    visit("phone", contact.phone);
    visit("fax", contact.fax);
  }
};

template <>
struct Mapping<Role> {
  static constexpr const char* table = "Role";
  static constexpr const char* key = "Role_id";
  static void columns(auto& role, auto&& visit) {
    visit("name", role.name);
    visit("tooltip", role.tooltip);
    visit("rank", role.rank);
    visit("deleted", role.deleted);
    visit("roleType", role.type);
    visit("use_categories", role.use_categories);
  }
};

template <>
struct Mapping<FunctionRight> {
  static constexpr const char* table = "FunctionRight";
  static constexpr const char* key = "FunctionRight_id";
  static void columns(auto& right, auto&& visit) {
    visit("name", right.name);
    visit("text", right.text);
    visit("roleTypes", right.role_types);
  }
};

template <>
struct Mapping<UserGroup> {
  static constexpr const char* table = "UserGroup";
  static constexpr const char* key = "UserGroup_id";
  static void columns(auto& group, auto&& visit) {
    visit("name", group.name);
    visit("rank", group.rank);
    visit("tooltip", group.tooltip);
    visit("deleted", group.deleted);
  }
};

template <>
struct Mapping<Credential> {
  static constexpr const char* table = "Credentials";
  static constexpr const char* key = "Credentials_id";
  static void columns(auto& credential, auto&& visit) {
    visit("associateId", link(credential.associate_id));
    visit("credentialType", credential.type);
    visit("searchName", credential.search_name);
    visit("secret", credential.secret);
    visit("validFrom", credential.valid_from);
    visit("validTo", credential.valid_to);
    visit("isActive", credential.usage);
    visit("enabled", credential.enabled);
    visit("lastUsedDate", credential.last_used);
    visit("lastusedInfo", credential.last_used_info);
    visit("comment", credential.comment);
    visit("displayType", credential.display_type);
    visit("displayName", credential.display_name);
  }
};

template <>
struct Mapping<ServiceAuth> {
  static constexpr const char* table = "service_auth";
  static constexpr const char* key = "service_auth_id";
  static void columns(auto& auth, auto&& visit) {
    visit("server", auth.server);
    visit("port", auth.port);
    visit("auth_type", auth.auth_type);
    visit("username", auth.user_name);
    visit("password", auth.password);
    visit("associate_id", link(auth.associate_id));
    visit("auth_status", auth.auth_status);
  }
};

template <>
struct Mapping<ModuleLicense> {
  static constexpr const char* table = "ModuleLicense";
  static constexpr const char* key = "ModuleLicense_id";
  static void columns(auto& license, auto&& visit) {
    visit("ownerName", license.owner_name);
    visit("moduleName", license.module_name);
    visit("moduleDescription", license.description);
    visit("moduleTooltip", license.tooltip);
    visit("moduleVersion", license.version);
    visit("licenseType", license.type);
    visit("licenseNumber", license.number);
    visit("unrestricted", license.unrestricted);
    visit("hidden", license.hidden);
    visit("prerequisiteModule", license.prerequisite);
    visit("sortOrder", license.sort_order);
    visit("allowedType", license.allowed_type);
  }
};

template <>
struct Mapping<AssociateHistory> {
  static constexpr const char* table = "AssociateHistory";
  static constexpr const char* key = "AssociateHistory_id";
  static void columns(auto& entry, auto&& visit) {
    visit("associateId", entry.associate_id);
    visit("groupId", entry.group_id);
    visit("personId", entry.person_id);
    visit("type", entry.type);
    visit("name", entry.name);
    visit("firstname", entry.first_name);
    visit("middleName", entry.middle_name);
    visit("lastname", entry.last_name);
    visit("contactId", entry.contact_id);
  }
};

template <>
struct Mapping<DirectoryGroup> {
  static constexpr const char* table = "directory_group";
  static constexpr const char* key = "directory_group_id";
  static void columns(auto& group, auto&& visit) {
    visit("name", group.name);
    visit("nameKey", group.name_key);
    visit("displayName", group.display_name);
  }
};

template <>
struct Mapping<DirectoryUser> {
  static constexpr const char* table = "directory_user";
  static constexpr const char* key = "directory_user_id";
  static void columns(auto& user, auto&& visit) {
    visit("value", user.value);
    visit("account", user.account);
    visit("accountKey", user.account_key);
    visit("fullName", user.full_name);
    visit("fullNameKey", user.full_name_key);
    visit("email", user.email);
    visit("emailKey", user.email_key);
  }
};

template <>
struct Mapping<UserCommand> {
  static constexpr const char* table = "user_command";
  static constexpr const char* key = "user_command_id";
  static void columns(auto& command, auto&& visit) {
    visit("name", command.name);
    visit("displayName", command.display_name);
    visit("description", command.description);
    visit("tooltip", command.tooltip);
    visit("action", command.action);
    visit("actionData", command.action_data);
    visit("result", command.result);
    visit("message", command.message);
    visit("userType", command.user_type);
  }
};

template <>
struct Mapping<PasswordRules> {
  static constexpr const char* table = "password_rules";
  static constexpr const char* key = "id";
  static void columns(auto& rules, auto&& visit) {
    visit("flags", rules.flags);
    visit("min_characters", rules.min_characters);
    visit("min_numbers", rules.min_numbers);
    visit("min_lowercase", rules.min_lowercase);
    visit("min_uppercase", rules.min_uppercase);
    visit("min_special", rules.min_special);
  }
};

}  // namespace emulator::store
