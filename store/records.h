#pragma once

#include <optional>
#include <string>
#include <string_view>

/// The rows of the store as plain values: no SQL and no SOAP. Rules (`server/domain`) work on
/// these.
///
/// Conventions: an id of 0 means "none" or "not stored yet". Dates are UTC, `YYYY-MM-DDTHH:MM:SS`,
/// which sorts as text. A `..._key` is the text beside it, Unicode case-folded by the caller.
namespace emulator::store {

/// A-NULL-DATE.
inline constexpr std::string_view null_date = "0001-01-01T00:00:00";
/// NetServer's "no end" of a credential.
inline constexpr std::string_view open_end = "9999-12-31T23:59:59";

/// Numbers as in NetServer's database, where they are bits: no person 1, anonymous 2, no calendar
/// 4, no sentry 8.
enum class AssociateType {
  employee = 0,
  resource = 1,
  external_person = 4,
  anonymous = 7,
  system = 13
};
enum class RoleType { employee = 0, external_user = 1, anonymous = 2, system = 3 };
enum class LicenseType { unknown = 0, site = 1, satellite = 2, user = 3 };
/// Outbound: secrets for other systems. Inbound: proofs of who one is. Session: tickets.
enum class CredentialUsage { outbound = 0, inbound = 1, session = 2 };
/// The database's numbers of a data right's relation; the wire's order is another.
enum class RelationToOwner {
  owner = 0,
  primary_group = 1,
  other = 2,
  other_group = 3,
  external = 4,
  anonymous = 5,
  my_company = 6,
  same_project = 7
};

/// Who writes, and when. The store has no clock.
struct Author {
  std::string now{};  ///< UTC, `YYYY-MM-DDTHH:MM:SS`.
  int associate_id = 0;
};

/// Filled by the store on every save; ids here may be those of associates long gone.
struct Stamp {
  std::string registered{null_date};
  int registered_associate_id = 0;
  std::string updated{null_date};  ///< The null date until the first change.
  int updated_associate_id = 0;
  int updated_count = 0;
  bool operator==(const Stamp&) const = default;
};

struct Associate {
  int id = 0;
  std::string name{};  ///< Initials or login name; unique by its key.
  std::string name_key{};
  std::string user_name{};  ///< Login name, maybe an e-mail address; unique by its key.
  std::string user_name_key{};
  int rank = 0;
  std::string tooltip{};
  bool deleted = false;  ///< Retired: without any right, but still there.
  int group_id = 0;      ///< Primary user group; 0 for all but employees.
  std::string last_login{null_date};
  std::string last_logout{null_date};
  int person_id = 0;
  AssociateType type = AssociateType::employee;
  int ej_user_id = 0;  ///< Id in SuperOffice Service, formerly eJournal.
  Stamp stamp{};
  bool operator==(const Associate&) const = default;
};

/// NetServer keeps e-mail addresses, phones, position and description of a person in tables of
/// their own. Here they are columns of person: the services only ever show one of each.
struct Person {
  int id = 0;
  int contact_id = 0;
  int rank = 0;
  std::string mrmrs{};
  std::string first_name{};
  std::string middle_name{};
  std::string last_name{};
  std::string kana_first_name{};
  std::string kana_last_name{};
  std::string title{};
  std::string post1{};
  std::string post2{};
  std::string post3{};
  int country_id = 0;  ///< ISO 3166 numeric, such as 578 for Norway.
  bool retired = false;
  bool use_person_address = false;
  int active_interests = 0;
  int active_erp_links = 0;
  int associate_id = 0;  ///< "Our contact": who looks after the person, not the person's own user.
  int ticket_priority_id = 0;
  int support_language_id = 0;
  int support_associate_id = 0;
  std::string position{};
  std::string description{};
  std::string email{};
  std::string email_key{};
  std::string email_name{};
  std::string direct_phone{};
  std::string mobile_phone{};
  std::string fax_phone{};
  Stamp stamp{};
  bool operator==(const Person&) const = default;
};

/// A company. Phone and fax are columns here, too.
struct Contact {
  int id = 0;
  std::string name{};
  std::string department{};
  std::string org_nr{};
  int country_id = 0;
  int associate_id = 0;  ///< "Our contact": the owner.
  int business_id = 0;
  int category_id = 0;
  std::string phone{};
  std::string fax{};
  Stamp stamp{};
  bool operator==(const Contact&) const = default;
};

struct Role {
  int id = 0;
  std::string name{};
  std::string tooltip{};
  int rank = 0;
  bool deleted = false;  ///< NetServer never removes the row of a role.
  RoleType type = RoleType::employee;
  bool use_categories = false;
  Stamp stamp{};
  bool operator==(const Role&) const = default;
};

struct FunctionRight {
  int id = 0;
  std::string name{};  ///< The code, such as `admin-users`; unique.
  std::string text{};  ///< For people. NetServer has it in LocaleText.
  int role_types = 0;  ///< Bits, `1 << RoleType`: the roles that can have it. A column of ours.
  Stamp stamp{};
  bool operator==(const FunctionRight&) const = default;
};

/// One cell of the matrix that says what a role may do with the rows of a table.
struct DataRight {
  int role_id = 0;
  int table_id = 0;  ///< NetServer's table number, such as 5 for contact.
  int field_id = 0;  ///< 0: the whole table.
  RelationToOwner relation = RelationToOwner::owner;
  std::string crud{};  ///< Empty, `R`, `CR`, `CRU` or `CRUD`.
  Stamp stamp{};
  bool operator==(const DataRight&) const = default;
};

struct UserGroup {
  int id = 0;
  std::string name{};  ///< Unique.
  int rank = 0;
  std::string tooltip{};
  bool deleted = false;
  Stamp stamp{};
  bool operator==(const UserGroup&) const = default;
};

/// A password, a ticket, or a secret for another system. (type, search_name) is unique.
struct Credential {
  int id = 0;
  int associate_id = 0;
  std::string type{};         ///< `CRM5/PASSWORD`, `Ticket`, ...
  std::string search_name{};  ///< Password: the folded user name. Ticket: its GUID with dashes.
  std::string secret{};       ///< A hash; where usage is outbound, the secret, sealed by a Vault.
  std::string valid_from{null_date};
  std::string valid_to{open_end};
  CredentialUsage usage = CredentialUsage::inbound;
  bool enabled = true;  ///< For whoever uses a secret for another system. A column of ours.
  std::string last_used{null_date};
  std::string last_used_info{};
  std::string comment{};
  std::string display_type{};
  std::string display_name{};
  Stamp stamp{};
  bool operator==(const Credential&) const = default;
};

/// Log-in data of a mail-like service.
struct ServiceAuth {
  int id = 0;
  std::string server{};
  int port = 0;
  std::string auth_type{};
  std::string user_name{};
  std::string password{};
  int associate_id = 0;
  int auth_status = 0;
  Stamp stamp{};
  bool operator==(const ServiceAuth&) const = default;
};

struct ModuleLicense {
  int id = 0;
  std::string owner_name{};   ///< Upper case, `SUPEROFFICE`.
  std::string module_name{};  ///< Upper case and without the owner, `EXTERN-USER-CAL`.
  std::string description{};
  std::string tooltip{};
  std::string version{};
  LicenseType type = LicenseType::unknown;
  int number = 0;  ///< How many may hold it; means nothing where unrestricted.
  bool unrestricted = false;
  bool hidden = false;
  std::string prerequisite{};  ///< Full name of the licence without which this one is void.
  int sort_order = 0;
  std::optional<AssociateType> allowed_type{};  ///< None: every type.
  Stamp stamp{};
  bool operator==(const ModuleLicense&) const = default;
};

/// `superoffice.extern-user-cal`: owner and module in lower case, as the services show it.
std::string full_name(const ModuleLicense& license);

/// What remains of a deleted associate, so that its id in old rows still has a name.
struct AssociateHistory {
  int id = 0;
  int associate_id = 0;
  int group_id = 0;
  int person_id = 0;
  AssociateType type = AssociateType::employee;
  std::string name{};
  std::string first_name{};
  std::string middle_name{};
  std::string last_name{};
  int contact_id = 0;
  Stamp stamp{};
  bool operator==(const AssociateHistory&) const = default;
};

/// A group of users of a foreign directory.
struct DirectoryGroup {
  int id = 0;
  std::string name{};  ///< Unique by its key, such as `EMULATOR\Sales`.
  std::string name_key{};
  std::string display_name{};
  Stamp stamp{};
  bool operator==(const DirectoryGroup&) const = default;
};

/// A user of a foreign directory: a person, or a program.
struct DirectoryUser {
  int id = 0;
  std::string value{};    ///< What credentials know it by; unique.
  std::string account{};  ///< Unique by its key, such as `EMULATOR\ada.moe`.
  std::string account_key{};
  std::string full_name{};
  std::string full_name_key{};
  std::string email{};
  std::string email_key{};
  Stamp stamp{};
  bool operator==(const DirectoryUser&) const = default;
};

/// The one row that says what a password must have at least; all 0: anything goes.
struct PasswordRules {
  int id = 0;
  int flags = 0;
  int min_characters = 0;
  int min_numbers = 0;
  int min_lowercase = 0;
  int min_uppercase = 0;
  int min_special = 0;
  Stamp stamp{};
  bool operator==(const PasswordRules&) const = default;
};

}  // namespace emulator::store
