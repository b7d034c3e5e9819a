#include "store/associate_history.h"

#include "store/rows.h"

namespace emulator::store {

std::optional<AssociateHistory> AssociateHistories::find(int id) {
  return find_row<AssociateHistory>(connection_, id);
}

std::optional<AssociateHistory> AssociateHistories::find_by_associate(int associate_id) {
  static const std::string sql = select<AssociateHistory>("WHERE associateId = ?");
  return first<AssociateHistory>(connection_, sql, associate_id);
}

std::vector<AssociateHistory> AssociateHistories::list() {
  static const std::string sql = select<AssociateHistory>("ORDER BY AssociateHistory_id");
  return all<AssociateHistory>(connection_, sql);
}

void AssociateHistories::save(AssociateHistory& entry, const Author& author) {
  save_row(connection_, entry, author);
}

bool AssociateHistories::remove(int id) { return remove_row<AssociateHistory>(connection_, id); }

}  // namespace emulator::store
