#include "server/carriers/rights.h"

#include <algorithm>
#include <span>

#include "server/carriers/enumerations.h"
#include "server/carriers/wire.h"
#include "server/domain/access_rules.h"
#include "server/domain/user_name_rules.h"

namespace emulator {
namespace {

/// A field as the database has it; the lengths are documented, in characters.
struct Field {
  const char* name;
  const char* type;
  int length;
};

// Without Type and Person, which are fixed once the user is stored.
constexpr Field user_fields[] = {
    {"Name", "String", 239},       {"Rank", "Short", 0},
    {"Tooltip", "String", 254},    {"Role", "Role", 0},
    {"UserGroup", "UserGroup", 0}, {"OtherGroups", "Array", 0},
    {"Deleted", "Boolean", 0},     {"UserName", "String", user_name_length_max},
    {"LicenseOwners", "Array", 0}, {"Credentials", "Array", 0},
    {"EjUserId", "Int", 0}};
constexpr Field role_fields[] = {{"Name", "String", 239},
                                 {"Tooltip", "String", 254},
                                 {"Rank", "Short", 0},
                                 {"UseCategories", "Short", 0},
                                 {"DataRights", "DataRights", 0}};
constexpr Field group_fields[] = {{"Value", "String", 239},
                                  {"Tooltip", "String", 254},
                                  {"Rank", "Short", 0},
                                  {"Deleted", "Short", 0}};
constexpr Field service_auth_fields[] = {{"Server", "String", 255},
                                         {"Port", "Int", 0},
                                         {"AuthType", "String", 255},
                                         {"Username", "String", 255},
                                         {"Password", "String", 255}};
constexpr Field secret_fields[] = {{"ValidFrom", "DateTime", 0},   {"ValidTo", "DateTime", 0},
                                   {"Comment", "String", 255},     {"SecretValue", "String", 70},
                                   {"PublicValue", "String", 238}, {"IsActive", "Boolean", 0}};

using ToCarrier = so__Carrier* (*)(void*);

/// What a kind of carrier shows, and what a caller needs to change it; `anyone`: nobody can.
struct Kind {
  int type;
  ToCarrier carrier;
  Access to_change = Access::anyone;
  std::span<const Field> fields = {};
};

template <class Wire>
so__Carrier* as_carrier(void* object) {
  return static_cast<Wire*>(object);
}

#define KIND(Wire) SOAP_TYPE_##Wire, as_carrier<Wire>
const Kind kinds[] = {
    {KIND(so__User), Access::manage_users, user_fields},
    {KIND(so__UserInfo), Access::administer_users},
    {KIND(so__Associate), Access::administer_users},
    {KIND(so__Person), Access::administer_users},
    {KIND(so__Credential), Access::administer_users},
    {KIND(so__LicenseOwner), Access::administer_users},
    {KIND(so__ModuleLicenseLink), Access::administer_users},
    {KIND(so__UserGroup), Access::administer_users, group_fields},
    {KIND(so__Role), Access::administer_roles},
    {KIND(so__RoleEntity), Access::administer_roles, role_fields},
    {KIND(so__DataRights), Access::administer_roles},
    {KIND(so__DataRight), Access::administer_roles},
    {KIND(so__ServiceAuth), Access::administer_installation, service_auth_fields},
    {KIND(so__UntrustedCredentials), Access::oneself, secret_fields},
    {KIND(so__RelationToOwner)},
    {KIND(so__EntityName)},
    {KIND(so__CredentialType)},
    {KIND(so__CredentialsGroup)},
    {KIND(so__CredentialsGroupUsers)},
    {KIND(so__CredentialUser)},
    {KIND(so__CustomCommand)},
    {KIND(so__CommandResult)},
    {KIND(so__SelectableMDOListItem)},
    {KIND(so__MDOListItem)},
    {KIND(so__UserValidationResult)},
    {KIND(so__ResolvedUser)},
    {KIND(so__GrantedModuleLicense)},
    {KIND(so__SoSystemInfoCarrier)},
};
#undef KIND

const Kind* kind_of(int type) {
  const auto found = std::find_if(std::begin(kinds), std::end(kinds),
                                  [type](const Kind& kind) { return kind.type == type; });
  return found == std::end(kinds) ? nullptr : found;
}

bool may_change(const Principal& caller, const Kind& kind, void* object) {
  if (kind.to_change == Access::anyone) return false;
  // External administrators change the users of their own company alone.
  if (kind.type == SOAP_TYPE_so__User) {
    const auto& user = *static_cast<so__User*>(object);
    const auto type = from_wire(user.Type);
    return type && may_manage(caller, *type, user.Person == nullptr ? 0 : user.Person->ContactId);
  }
  return is_admitted(caller, kind.to_change);
}

so__TableRight* table_right(SoapContext& context, bool may) {
  so__TableRight* right = soap_new_so__TableRight(context.get());
  using enum so__ETableRight;
  right->Mask = may ? flags({Select, Update, Insert, Delete}) : flags({Select});
  // The text that NetServer's sentry gives as a reason.
  right->Reason =
      to_wire(context, may ? "" : "Your role only gives you rights to read information.");
  return right;
}

so__FieldPropertyDictionary* field_properties(SoapContext& context, std::span<const Field> fields,
                                              bool may) {
  auto* dictionary = soap_new_so__FieldPropertyDictionary(context.get());
  using enum so__EFieldRight;
  for (const Field& field : fields) {
    auto& pair = dictionary->FieldPropertyDictionaryKeyValuePair.emplace_back();
    pair.Key = to_wire(context, field.name);
    pair.Value = soap_new_so__FieldProperty(context.get());
    pair.Value->FieldRight = soap_new_so__FieldRight(context.get());
    pair.Value->FieldRight->Mask = may ? flags({Read, Write}) : flags({Read});
    pair.Value->FieldRight->Reason = to_wire(context, "");
    pair.Value->FieldType = to_wire(context, field.type);
    pair.Value->FieldLength = field.length;
  }
  return dictionary;
}

}  // namespace

void give_rights(SoapContext& context) {
  for (const auto& [type, object] : context.objects()) {
    const Kind* kind = kind_of(type);
    if (kind == nullptr) continue;
    const bool may = may_change(context.caller(), *kind, object);
    so__Carrier* carrier = kind->carrier(object);
    carrier->TableRight = table_right(context, may);
    carrier->FieldProperties = field_properties(context, kind->fields, may);
  }
}

}  // namespace emulator
