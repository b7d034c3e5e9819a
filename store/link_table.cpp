#include "store/link_table.h"

#include <algorithm>

#include "store/query.h"

namespace emulator::store {

void replace_links(Connection& connection, const LinkTable& table, int from,
                   const std::vector<int>& to, const Author& author) {
  const std::string present =
      "SELECT " + table.to + " FROM " + table.name + " WHERE " + table.from + " = ?";
  const std::string remove =
      "DELETE FROM " + table.name + " WHERE " + table.from + " = ? AND " + table.to + " = ?";
  const std::string add = "INSERT INTO " + table.name + " (" + table.from + ", " + table.to +
                          ", registered, registered_associate_id) VALUES (?, ?, ?, ?) "
                          "ON CONFLICT DO NOTHING";
  for (const int linked : column<int>(connection, present, from)) {
    if (std::find(to.begin(), to.end(), linked) == to.end()) {
      change(connection, remove, from, linked);
    }
  }
  for (const int wanted : to) {
    change(connection, add, from, wanted, author.now, author.associate_id);
  }
}

}  // namespace emulator::store
