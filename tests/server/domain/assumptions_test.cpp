#include "server/domain/assumptions.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <initializer_list>
#include <regex>
#include <set>
#include <string>

#include "tests/support/program.h"

using emulator::Assumption;
using emulator::assumptions;
using emulator::testing::file_text;

namespace {

const std::filesystem::path root(NSEMU_SOURCE_DIR);

std::set<std::string> listed_ids() {
  std::set<std::string> ids;
  for (const Assumption& one : assumptions()) ids.emplace(one.id);
  return ids;
}

std::set<std::string> ids_in(const std::string& text) {
  static const std::regex pattern(R"(\bA-[A-Z]{2,}(-[A-Z]+)*\b)");
  std::set<std::string> ids;
  for (std::sregex_iterator match(text.begin(), text.end(), pattern), end; match != end; ++match) {
    ids.insert(match->str());
  }
  return ids;
}

std::string readme_row(const Assumption& one) {
  std::string row = "|";
  for (const std::string_view cell : {one.id, one.when, one.answer, one.reason, one.check}) {
    row += " " + std::string(cell) + " |";
  }
  return row + "\n";
}

}  // namespace

TEST_CASE("Assumptions: ids are of one form, and each is there once") {
  for (const Assumption& one : assumptions()) {
    CAPTURE(one.id);
    CHECK(ids_in(std::string(one.id)) == std::set<std::string>{std::string(one.id)});
  }
  CHECK(listed_ids().size() == assumptions().size());
}

TEST_CASE("Assumptions: every cell says something, on one line of a table") {
  for (const Assumption& one : assumptions()) {
    for (const std::string_view cell : {one.when, one.answer, one.reason, one.check}) {
      CAPTURE(one.id);
      CAPTURE(cell);
      CHECK_FALSE(cell.empty());
      CHECK(cell.find_first_of("|\n") == std::string_view::npos);
      CHECK(cell == cell.substr(0, cell.find_last_not_of(' ') + 1));
    }
  }
}

TEST_CASE("Assumptions: an id that the code names is one of them") {
  const std::set<std::string> listed = listed_ids();
  std::set<std::string> named;
  for (const char* const room : {"server", "store", "wsdl", "generated"}) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / room)) {
      if (!entry.is_regular_file() || entry.path().extension() == ".def") continue;
      for (const std::string& id : ids_in(file_text(entry.path()))) {
        CAPTURE(entry.path().string());
        CAPTURE(id);
        CHECK(listed.contains(id));
        named.insert(id);
      }
    }
  }
  for (const std::string& id : listed) {
    CAPTURE(id);
    CHECK(named.contains(id));
  }
}

TEST_CASE("Assumptions: the README has each as a row of its table, and no other") {
  const std::string readme = file_text(root / "README.md");
  for (const Assumption& one : assumptions()) {
    const std::string row = readme_row(one);
    CAPTURE(row);
    CHECK(readme.find("\n" + row) != std::string::npos);
  }
  CHECK(ids_in(readme) == listed_ids());
}
