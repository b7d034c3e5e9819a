#include "server/carriers/directory_carrier.h"

#include "server/carriers/wire.h"

namespace emulator {

so__CredentialsGroup* credentials_group_carrier(SoapContext& context,
                                                const store::DirectoryGroup& group) {
  so__CredentialsGroup* wire = soap_new_so__CredentialsGroup(context.get());
  wire->Name = to_wire(context, group.name);
  wire->DisplayName = to_wire(context, group.display_name);
  return wire;
}

so__CredentialsGroupUsers* credential_users_carrier(
    SoapContext& context, store::Store& store, const std::vector<store::DirectoryUser>& users) {
  so__CredentialsGroupUsers* wire = soap_new_so__CredentialsGroupUsers(context.get());
  wire->Headings = to_wire(context, {"Name", "Full name", "E-mail"});
  wire->Users = soap_new_so__ArrayOfCredentialUser(context.get());
  for (const store::DirectoryUser& user : users) {
    so__CredentialUser* row = soap_new_so__CredentialUser(context.get());
    row->Value = to_wire(context, user.value);
    row->DisplayValue = to_wire(context, user.account);
    row->Columns = to_wire(context, {user.account, user.full_name, user.email});
    row->CanCreatePerson = !user.email.empty() && !store.directory.is_person(user);
    wire->Users->CredentialUser.push_back(row);
  }
  return wire;
}

}  // namespace emulator
