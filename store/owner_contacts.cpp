#include "store/owner_contacts.h"

#include "store/query.h"

namespace emulator::store {

bool OwnerContacts::contains(int contact_id) {
  static const std::string sql = "SELECT 1 FROM OwnerContactLink WHERE contact_id = ?";
  return number(connection_, sql, contact_id) == 1;
}

std::vector<int> OwnerContacts::list() {
  static const std::string sql = "SELECT contact_id FROM OwnerContactLink ORDER BY contact_id";
  return column<int>(connection_, sql);
}

void OwnerContacts::add(int contact_id, const Author& author) {
  static const std::string sql =
      "INSERT INTO OwnerContactLink (contact_id, registered, registered_associate_id) "
      "VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
  change(connection_, sql, contact_id, author.now, author.associate_id);
}

bool OwnerContacts::remove(int contact_id) {
  static const std::string sql = "DELETE FROM OwnerContactLink WHERE contact_id = ?";
  return change(connection_, sql, contact_id) > 0;
}

}  // namespace emulator::store
