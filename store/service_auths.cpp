#include "store/service_auths.h"

#include "store/rows.h"

namespace emulator::store {

std::optional<ServiceAuth> ServiceAuths::find(int id) {
  return find_row<ServiceAuth>(connection_, id);
}

std::vector<ServiceAuth> ServiceAuths::list() {
  static const std::string sql = select<ServiceAuth>("ORDER BY service_auth_id");
  return all<ServiceAuth>(connection_, sql);
}

void ServiceAuths::save(ServiceAuth& auth, const Author& author) {
  save_row(connection_, auth, author);
}

bool ServiceAuths::remove(int id) { return remove_row<ServiceAuth>(connection_, id); }

}  // namespace emulator::store
