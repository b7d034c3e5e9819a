#include "server/operations/install.h"

#include "server/carriers/rights.h"

namespace emulator {

void install_operations(Operations& on) {
  on.finish = give_rights;
  install_credentials(on);
  install_data_rights(on);
  install_default_users(on);
  install_external_users(on);
  install_foreign_directory(on);
  install_functional_rights(on);
  install_owner_contacts(on);
  install_passwords(on);
  install_resolved_users(on);
  install_role_entities(on);
  install_roles(on);
  install_service_auths(on);
  install_so_principal(on);
  install_untrusted_credentials(on);
  install_user_commands(on);
  install_user_groups(on);
  install_user_infos(on);
  install_user_lists(on);
  install_user_names(on);
  install_user_removal(on);
  install_user_saving(on);
  install_users(on);
}

}  // namespace emulator
