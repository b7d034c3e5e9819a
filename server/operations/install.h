#pragma once

#include "server/gate/operation.h"

namespace emulator {

/// Fills the slots of all operations that are there. Explicit calls and no self-registration:
/// linkers drop the initialisers of libraries.
void install_operations(Operations& on);

// One for each noun, beside its handlers.
void install_credentials(Operations& on);
void install_data_rights(Operations& on);
void install_default_users(Operations& on);
void install_external_users(Operations& on);
void install_foreign_directory(Operations& on);
void install_functional_rights(Operations& on);
void install_owner_contacts(Operations& on);
void install_passwords(Operations& on);
void install_resolved_users(Operations& on);
void install_role_entities(Operations& on);
void install_roles(Operations& on);
void install_service_auths(Operations& on);
void install_so_principal(Operations& on);
void install_untrusted_credentials(Operations& on);
void install_user_commands(Operations& on);
void install_user_groups(Operations& on);
void install_user_infos(Operations& on);
void install_user_lists(Operations& on);
void install_user_names(Operations& on);
void install_user_removal(Operations& on);
void install_user_saving(Operations& on);
void install_users(Operations& on);

}  // namespace emulator
