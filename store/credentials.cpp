#include "store/credentials.h"

#include "store/rows.h"

namespace emulator::store {

std::optional<Credential> Credentials::find(int id) {
  return find_row<Credential>(connection_, id);
}

std::optional<Credential> Credentials::find(std::string_view type, std::string_view search_name) {
  static const std::string sql = select<Credential>("WHERE credentialType = ? AND searchName = ?");
  return first<Credential>(connection_, sql, type, search_name);
}

std::vector<Credential> Credentials::list() {
  static const std::string sql = select<Credential>("ORDER BY Credentials_id");
  return all<Credential>(connection_, sql);
}

std::vector<Credential> Credentials::list(std::string_view type) {
  static const std::string sql =
      select<Credential>("WHERE credentialType = ? ORDER BY Credentials_id");
  return all<Credential>(connection_, sql, type);
}

std::vector<Credential> Credentials::list_of(int associate_id) {
  static const std::string sql =
      select<Credential>("WHERE associateId = ? ORDER BY Credentials_id");
  return all<Credential>(connection_, sql, associate_id);
}

std::vector<Credential> Credentials::list_of(int associate_id, std::string_view type) {
  static const std::string sql =
      select<Credential>("WHERE associateId = ? AND credentialType = ? ORDER BY Credentials_id");
  return all<Credential>(connection_, sql, associate_id, type);
}

void Credentials::save(Credential& credential, const Author& author) {
  save_row(connection_, credential, author);
}

bool Credentials::remove(int id) { return remove_row<Credential>(connection_, id); }

int Credentials::remove_of(int associate_id) {
  static const std::string sql = "DELETE FROM Credentials WHERE associateId = ?";
  return change(connection_, sql, associate_id);
}

int Credentials::remove_of(int associate_id, std::string_view type) {
  static const std::string sql =
      "DELETE FROM Credentials WHERE associateId = ? AND credentialType = ?";
  return change(connection_, sql, associate_id, type);
}

int Credentials::remove_expired(std::string_view type, std::string_view now) {
  static const std::string sql =
      "DELETE FROM Credentials WHERE credentialType = ? AND validTo <= ?";
  return change(connection_, sql, type, now);
}

}  // namespace emulator::store
