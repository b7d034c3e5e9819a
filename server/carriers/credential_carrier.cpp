#include "server/carriers/credential_carrier.h"

#include "server/carriers/wire.h"

namespace emulator {
namespace {

// A-CREDENTIAL-TYPE: the one type of this emulator so far. The name over SOAP is not documented,
// the table's is used; that a password goes with a user name follows from the log-in (inferred).
so__CredentialType* password_type(SoapContext& context, const store::Credential& credential) {
  so__CredentialType* wire = soap_new_so__CredentialType(context.get());
  wire->Type = to_wire(context, credential.type);
  wire->DisplayType = to_wire(context, credential.display_type);
  wire->Description = to_wire(context, "SuperOffice is responsible for user name and password.");
  wire->ValueControl = so__CredentialControlType::Password;
  wire->IsUserNameSupported = true;
  return wire;
}

}  // namespace

so__ArrayOfCredential* credentials_carrier(SoapContext& context, store::Store& store,
                                           int associate_id) {
  so__ArrayOfCredential* wire = soap_new_so__ArrayOfCredential(context.get());
  for (const store::Credential& credential : store.credentials.list_of(associate_id)) {
    if (credential.usage != store::CredentialUsage::inbound) continue;
    so__Credential* entry = soap_new_so__Credential(context.get());
    entry->Type = password_type(context, credential);
    entry->Value = to_wire(context, "");
    entry->DisplayValue = to_wire(context, credential.display_name);
    wire->Credential.push_back(entry);
  }
  return wire;
}

}  // namespace emulator
