#include "store/licenses.h"

#include <algorithm>

#include "store/rows.h"

namespace emulator::store {

namespace {

// Both columns are upper case, as is NetServer's moduleName.
constexpr const char* has_full_name = "ownerName || '.' || moduleName = upper(?)";

}  // namespace

std::string full_name(const ModuleLicense& license) {
  std::string name = license.owner_name + '.' + license.module_name;
  std::transform(name.begin(), name.end(), name.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
  });
  return name;
}

std::optional<ModuleLicense> Licenses::find(int id) {
  return find_row<ModuleLicense>(connection_, id);
}

std::optional<ModuleLicense> Licenses::find_by_name(std::string_view full_name) {
  static const std::string sql = select<ModuleLicense>(std::string("WHERE ") + has_full_name);
  return first<ModuleLicense>(connection_, sql, full_name);
}

std::vector<ModuleLicense> Licenses::list() {
  static const std::string sql = select<ModuleLicense>("ORDER BY sortOrder, ModuleLicense_id");
  return all<ModuleLicense>(connection_, sql);
}

std::vector<ModuleLicense> Licenses::of_associate(int associate_id) {
  static const std::string sql = select<ModuleLicense>(
      "WHERE ModuleLicense_id IN (SELECT moduleLicenseId FROM LicenseAssocLink WHERE assocId = ?) "
      "ORDER BY sortOrder, ModuleLicense_id");
  return all<ModuleLicense>(connection_, sql, associate_id);
}

std::vector<std::string> Licenses::names_of(int associate_id) {
  static const std::string sql =
      "SELECT lower(ownerName || '.' || moduleName) FROM ModuleLicense JOIN LicenseAssocLink "
      "ON moduleLicenseId = ModuleLicense_id WHERE assocId = ? ORDER BY sortOrder, "
      "ModuleLicense_id";
  return column<std::string>(connection_, sql, associate_id);
}

void Licenses::save(ModuleLicense& license, const Author& author) {
  save_row(connection_, license, author);
}

bool Licenses::remove(int id) { return remove_row<ModuleLicense>(connection_, id); }

int Licenses::holders(int license_id) {
  static const std::string sql = "SELECT count(*) FROM LicenseAssocLink WHERE moduleLicenseId = ?";
  return number(connection_, sql, license_id);
}

bool Licenses::holds(int associate_id, std::string_view full_name) {
  static const std::string sql =
      std::string(
          "SELECT 1 FROM LicenseAssocLink JOIN ModuleLicense "
          "ON ModuleLicense_id = moduleLicenseId WHERE assocId = ? AND ") +
      has_full_name;
  return number(connection_, sql, associate_id, full_name) == 1;
}

void Licenses::assign(int associate_id, std::string_view full_name, const Author& author) {
  static const std::string sql =
      "INSERT INTO LicenseAssocLink (moduleLicenseId, assocId, registered, "
      "registered_associate_id) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
  const auto license = find_by_name(full_name);
  if (!license) throw Error("there is no licence " + std::string(full_name));
  change(connection_, sql, license->id, associate_id, author.now, author.associate_id);
}

bool Licenses::withdraw(int associate_id, std::string_view full_name) {
  static const std::string sql =
      std::string(
          "DELETE FROM LicenseAssocLink WHERE assocId = ? AND moduleLicenseId IN "
          "(SELECT ModuleLicense_id FROM ModuleLicense WHERE ") +
      has_full_name + ")";
  return change(connection_, sql, associate_id, full_name) > 0;
}

int Licenses::withdraw_all(int associate_id) {
  static const std::string sql = "DELETE FROM LicenseAssocLink WHERE assocId = ?";
  return change(connection_, sql, associate_id);
}

}  // namespace emulator::store
