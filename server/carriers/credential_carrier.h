#pragma once

#include <string_view>

#include "server/domain/credential_rules.h"
#include "server/envelope/soap_context.h"
#include "store/store.h"

namespace emulator {

/// A way in which users can prove who they are.
so__CredentialType* credential_type_carrier(SoapContext& context, const CredentialKind& kind);

so__Credential* credential_carrier(SoapContext& context, const CredentialKind& kind,
                                   std::string_view value, std::string_view display_value);

/// The ways in which an associate can prove who it is; tickets and secrets for other systems are
/// none. Passwords are never shown: NetServer keeps a hash of them only.
so__ArrayOfCredential* credentials_carrier(SoapContext& context, store::Store& store,
                                           int associate_id);

/// What a client wants a user to have. Of its type only the name counts.
CredentialDraft credential_of_wire(const so__Credential& wire);

}  // namespace emulator
