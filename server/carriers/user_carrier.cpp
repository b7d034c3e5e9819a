#include "server/carriers/user_carrier.h"

#include <set>

#include "server/carriers/credential_carrier.h"
#include "server/carriers/enumerations.h"
#include "server/carriers/license_carrier.h"
#include "server/carriers/person_carrier.h"
#include "server/carriers/role_carrier.h"
#include "server/carriers/user_group_carrier.h"
#include "server/carriers/wire.h"
#include "server/domain/login_rules.h"

namespace emulator {
namespace {

void fill_role_and_groups(SoapContext& context, store::Store& store,
                          const store::Associate& associate, so__User& wire) {
  if (const auto role = store.roles.find(store.associates.role_of(associate.id))) {
    wire.Role = role_carrier(context, *role);
  }
  if (const auto group = store.user_groups.find(associate.group_id)) {
    wire.UserGroup = user_group_carrier(context, *group);
  }
  wire.OtherGroups = soap_new_so__ArrayOfUserGroup(context.get());
  for (const int id : store.associates.secondary_groups(associate.id)) {
    if (const auto group = store.user_groups.find(id)) {
      wire.OtherGroups->UserGroup.push_back(user_group_carrier(context, *group));
    }
  }
}

}  // namespace

so__User* user_carrier(SoapContext& context, store::Store& store,
                       const store::Associate& associate) {
  so__User* wire = soap_new_so__User(context.get());
  wire->AssociateId = associate.id;
  wire->Name = to_wire(context, associate.name);
  wire->Rank = to_short(associate.rank);
  wire->Tooltip = to_wire(context, associate.tooltip);
  wire->LicenseOwners = license_owners(context, store, associate);
  fill_role_and_groups(context, store, associate, *wire);
  if (const auto person = store.persons.find(associate.person_id)) {
    wire->Person = person_carrier(context, store, *person);
    wire->IsPersonRetired = person->retired;
  }
  wire->Deleted = associate.deleted;
  // DateTime and not UtcDateTime in the tables (documented): in the time zone of the call.
  wire->Lastlogin = date_to_wire(context, associate.last_login);
  wire->Lastlogout = date_to_wire(context, associate.last_logout);
  wire->EjUserId = associate.ej_user_id;
  wire->Type = to_wire(associate.type);
  wire->Credentials = credentials_carrier(context, store, associate.id);
  wire->UserName = to_wire(context, associate.user_name);
  wire->PostSaveCommands = soap_new_so__ArrayOfCustomCommand(context.get());
  return wire;
}

so__UserInfo* user_info_carrier(SoapContext& context, store::Store& store,
                                const store::Associate& associate) {
  so__UserInfo* wire = soap_new_so__UserInfo(context.get());
  wire->Deleted = associate.deleted;
  wire->UserInfoId = associate.id;
  wire->UserName = to_wire(context, associate.name);
  wire->PersonId = associate.person_id;
  wire->Rank = to_short(associate.rank);
  wire->Tooltip = to_wire(context, associate.tooltip);
  wire->UserGroupId = associate.group_id;
  wire->EjUserId = associate.ej_user_id;
  wire->UserType = to_wire(associate.type);
  const std::vector<std::string> names = store.licenses.names_of(associate.id);
  wire->GrantedLicenses = to_wire(context, names);
  wire->CanLogon = can_log_on(associate.type, associate.deleted,
                              std::set<std::string>(names.begin(), names.end()));
  const auto role = store.roles.find(store.associates.role_of(associate.id));
  wire->RoleName = to_wire(context, role ? role->name : "");
  wire->RoleTooltip = to_wire(context, role ? role->tooltip : "");
  const auto group = store.user_groups.find(associate.group_id);
  wire->UserGroupName = to_wire(context, group ? group->name : "");
  wire->UserGroupTooltip = to_wire(context, group ? group->tooltip : "");
  return wire;
}

}  // namespace emulator
