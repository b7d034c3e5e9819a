#include "server/operations/install.h"

namespace emulator {

void install_operations(Operations& on) {
  install_external_users(on);
  install_passwords(on);
  install_roles(on);
  install_so_principal(on);
  install_user_infos(on);
  install_user_names(on);
  install_users(on);
}

}  // namespace emulator
