#include "server/carriers/principal_carrier.h"

#include "server/carriers/enumerations.h"
#include "server/carriers/license_carrier.h"
#include "server/carriers/person_carrier.h"
#include "server/carriers/wire.h"

namespace emulator {
namespace {

void fill_person(SoapContext& context, store::Store& store, const store::Associate& associate,
                 so__SoPrincipalCarrier& wire) {
  const auto found = store.persons.find(associate.person_id);
  const store::Person person = found.value_or(store::Person{});
  const store::Contact contact = store.contacts.find(person.contact_id).value_or(store::Contact{});
  wire.IsPerson = found.has_value();
  wire.PersonId = person.id;
  wire.CountryId = person.country_id;
  // A preference of the user, which the emulator does not keep: its own country.
  wire.HomeCountryId = person.country_id;
  wire.ContactId = contact.id;
  wire.BusinessId = contact.business_id;
  wire.CategoryId = contact.category_id;
  wire.ContactOwner = contact.associate_id;
  wire.FullName = to_wire(context, found ? full_name_of(person) : associate.name);
  wire.EMailAddress = to_wire(context, person.email);
}

void fill_role(SoapContext& context, store::Store& store, int associate_id,
               so__SoPrincipalCarrier& wire) {
  const store::Role role =
      store.roles.find(store.associates.role_of(associate_id)).value_or(store::Role{});
  wire.RoleId = role.id;
  wire.RoleName = to_wire(context, role.name);
  wire.RoleDescription = to_wire(context, role.tooltip);
  wire.RoleType = to_wire(role.type);
  // Sorted by the store: clients search the list by halves (documented).
  wire.FunctionRights = to_wire(context, store.roles.right_names(role.id));
}

}  // namespace

so__SoPrincipalCarrier* principal_carrier(SoapContext& context, store::Store& store,
                                          const store::Associate& associate,
                                          std::string_view database) {
  so__SoPrincipalCarrier* wire = soap_new_so__SoPrincipalCarrier(context.get());
  wire->UserType = to_wire(associate.type);
  wire->Associate = to_wire(context, associate.name);
  wire->AssociateId = associate.id;
  wire->GroupId = associate.group_id;
  fill_person(context, store, associate, *wire);
  fill_role(context, store, associate.id, *wire);
  wire->Licenses = granted_licenses(context, store, associate.id);
  wire->EjUserId = associate.ej_user_id;
  wire->EjUserStatus =
      associate.ej_user_id == 0 ? so__EjUserStatus::StatusNone : so__EjUserStatus::StatusNormal;
  wire->ProvidedCredentials = soap_new_so__ArrayOfProvidedCredential(context.get());
  // The primary group is among them, as a real answer shows.
  std::vector<int> groups;
  if (associate.group_id != 0) groups.push_back(associate.group_id);
  for (const int id : store.associates.secondary_groups(associate.id)) groups.push_back(id);
  wire->SecondaryGroups = to_wire(context, groups);
  wire->DatabaseContextIdentifier = to_wire(context, database);
  return wire;
}

}  // namespace emulator
