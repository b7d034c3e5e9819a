#include "server/domain/service_auth_rules.h"

#include "server/domain/text_length.h"

namespace emulator {

void require_service_auth_texts(const store::ServiceAuth& auth) {
  constexpr int length_max = 255;
  require_length(auth.server, length_max, "Server");
  require_length(auth.auth_type, length_max, "AuthType");
  require_length(auth.user_name, length_max, "Username");
  require_length(auth.password, length_max, "Password");
}

}  // namespace emulator
