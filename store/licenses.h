#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/records.h"

namespace emulator::store {

class Connection;

/// Module licences and who holds them. Names are full names, such as `superoffice.extern-user-cal`;
/// the case of their ASCII letters does not matter. Limits (number, type of associate,
/// prerequisite) are rules for the caller to keep. Every method throws store::Error.
class Licenses {
 public:
  explicit Licenses(Connection& connection) : connection_(connection) {}

  std::optional<ModuleLicense> find(int id);
  std::optional<ModuleLicense> find_by_name(std::string_view full_name);
  /// By sort order.
  std::vector<ModuleLicense> list();
  /// Those the associate holds, by sort order.
  std::vector<ModuleLicense> of_associate(int associate_id);
  /// Their full names alone, in the same order.
  std::vector<std::string> names_of(int associate_id);

  /// Inserts (id 0) or updates, and fills id and stamp.
  void save(ModuleLicense& license, const Author& author);
  /// Fails while somebody holds it. False: there is no such one.
  bool remove(int id);

  /// How many associates hold it.
  int holders(int license_id);
  bool holds(int associate_id, std::string_view full_name);
  /// Nothing changes when the associate holds it already; an unknown name is an error.
  void assign(int associate_id, std::string_view full_name, const Author& author);
  /// False: the associate did not hold it.
  bool withdraw(int associate_id, std::string_view full_name);
  /// How many there were.
  int withdraw_all(int associate_id);

 private:
  Connection& connection_;
};

}  // namespace emulator::store
