#include "server/carriers/credential_carrier.h"

#include "server/carriers/wire.h"

namespace emulator {

// A-CREDENTIAL-TYPE: that a password goes with a user name follows from the log-in (inferred).
so__CredentialType* credential_type_carrier(SoapContext& context, const CredentialKind& kind) {
  const bool is_in_directory = kind.type == directory_credential;
  so__CredentialType* wire = soap_new_so__CredentialType(context.get());
  wire->Type = to_wire(context, kind.type);
  wire->DisplayType = to_wire(context, kind.display_type);
  wire->Description = to_wire(context, kind.description);
  wire->ValueControl =
      is_in_directory ? so__CredentialControlType::Link : so__CredentialControlType::Password;
  wire->CanCreatePerson = is_in_directory;
  wire->IsUserNameSupported = !is_in_directory;
  return wire;
}

so__Credential* credential_carrier(SoapContext& context, const CredentialKind& kind,
                                   std::string_view value, std::string_view display_value) {
  so__Credential* wire = soap_new_so__Credential(context.get());
  wire->Type = credential_type_carrier(context, kind);
  wire->Value = to_wire(context, value);
  wire->DisplayValue = to_wire(context, display_value);
  return wire;
}

so__ArrayOfCredential* credentials_carrier(SoapContext& context, store::Store& store,
                                           int associate_id) {
  so__ArrayOfCredential* wire = soap_new_so__ArrayOfCredential(context.get());
  for (const CredentialKind& kind : credential_kinds()) {
    for (const store::Credential& credential : store.credentials.list_of(associate_id, kind.type)) {
      const std::string value = kind.type == directory_credential ? credential.search_name : "";
      wire->Credential.push_back(credential_carrier(context, kind, value, credential.display_name));
    }
  }
  return wire;
}

CredentialDraft credential_of_wire(const so__Credential& wire) {
  const std::string type = wire.Type == nullptr ? std::string() : text_of(wire.Type->Type);
  return {type, text_of(wire.Value), text_of(wire.DisplayValue)};
}

}  // namespace emulator
