#include <doctest/doctest.h>

#include <boost/json.hpp>
#include <map>
#include <set>
#include <string>

#include "server/control/facts.h"
#include "server/operations/install.h"
#include "tests/support/program.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

/// The operations of an access word, as cells of a table: names parted by commas, in the WSDLs'
/// order.
struct Row {
  std::string reads, writes;
};

std::map<std::string, Row> rows_by_access() {
  Operations operations;
  install_operations(operations);
  std::map<std::string, Row> rows;
  const auto facts = boost::json::parse(operations_json(operations));
  for (const auto& one : facts.at("operations").as_array()) {
    Row& row = rows[std::string(one.at("access").as_string())];
    std::string& cell = one.at("effect") == "reads" ? row.reads : row.writes;
    cell += (cell.empty() ? "" : ", ") + std::string(one.at("operation").as_string());
  }
  return rows;
}

/// The lines of the README that begin with a word in a table's first cell, by that word, in the
/// section on rights.
std::map<std::string, std::string> rows_of_readme() {
  const std::string readme = file_text(NSEMU_SOURCE_DIR "/README.md");
  const std::size_t begin = readme.find("\n## Who may do what\n");
  REQUIRE(begin != std::string::npos);
  const std::string section = readme.substr(begin, readme.find("\n## ", begin + 1) - begin);
  std::map<std::string, std::string> rows;
  for (std::size_t at = section.find("\n| `"); at != std::string::npos;
       at = section.find("\n| `", at + 1)) {
    const std::size_t word = at + 4;
    rows[section.substr(word, section.find('`', word) - word)] =
        section.substr(at + 1, section.find('\n', at + 1) - at - 1);
  }
  return rows;
}

}  // namespace

TEST_CASE("Facts: the README's table says who may call each operation, and what it does") {
  const auto rows = rows_by_access();
  const auto in_readme = rows_of_readme();
  CHECK(in_readme.size() == rows.size());
  for (const auto& one : rows) {
    const std::string& access = one.first;
    const Row& row = one.second;
    const std::string begin = "| `" + access + "` | ";
    const std::string end = " | " + (row.reads.empty() ? "-" : row.reads) + " | " +
                            (row.writes.empty() ? "-" : row.writes) + " |";
    CAPTURE(access);
    CAPTURE(end);
    REQUIRE(in_readme.contains(access));
    const std::string& line = in_readme.at(access);
    CHECK(line.starts_with(begin));
    CHECK(line.ends_with(end));
    CHECK(line.size() > begin.size() + end.size());
  }
}
