#pragma once

#include <string>
#include <vector>

#include "store/connection.h"
#include "store/records.h"

namespace emulator::store {

/// A table that links rows of two others and tells no more about the link than its stamp.
struct LinkTable {
  std::string name;
  std::string from;  ///< Column with the row that is being linked.
  std::string to;    ///< Column with the rows it is linked to.
};

/// Links the row to exactly these; links that stay keep their stamps.
void replace_links(Connection& connection, const LinkTable& table, int from,
                   const std::vector<int>& to, const Author& author);

}  // namespace emulator::store
