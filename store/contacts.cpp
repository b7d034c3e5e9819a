#include "store/contacts.h"

#include "store/rows.h"

namespace emulator::store {

std::optional<Contact> Contacts::find(int id) { return find_row<Contact>(connection_, id); }

std::vector<Contact> Contacts::list() {
  static const std::string sql = select<Contact>("ORDER BY contact_id");
  return all<Contact>(connection_, sql);
}

void Contacts::save(Contact& contact, const Author& author) {
  save_row(connection_, contact, author);
}

bool Contacts::remove(int id) { return remove_row<Contact>(connection_, id); }

}  // namespace emulator::store
