#pragma once

#include "server/domain/credential_rules.h"
#include "server/gate/call.h"

namespace emulator {

/// Throws a Fault unless the user may be given the credential: its type must be one that there is
/// and that users of this type can have; a password must keep the installation's rules; nobody else
/// may have the user of the directory (A-CREDENTIAL-SAVE). Writes nothing.
void require_credential(Call& call, const store::Associate& user, const CredentialDraft& draft);

/// Gives it to the user, in place of what it had: a user has a password or a user of the directory,
/// not both (documented). It has been checked.
void save_credential(Call& call, const store::Associate& user, const CredentialDraft& draft);

}  // namespace emulator
