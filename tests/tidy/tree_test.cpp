#include "tests/tidy/tree.h"

#include <doctest/doctest.h>

#include "server/option_table.h"
#include "tests/tidy/include_rules.h"
#include "tests/tidy/layout_rules.h"
#include "tests/tidy/script_rules.h"
#include "tests/tidy/size_rules.h"

namespace tidy {
namespace {

/// The project itself, read once.
const Tree& project() {
  static const Tree tree = read_tree(NSEMU_SOURCE_DIR);
  return tree;
}

void expect_none(const Breaches& found) {
  for (const auto& breach : found) FAIL_CHECK(breach);
}

template <class Rule>
void check_texts(Rule rule) {
  for (const auto& [path, file] : project()) expect_none(rule(path, file.text));
}

template <class Rule>
void check_files(Rule rule) {
  for (const auto& [path, file] : project()) expect_none(rule(path, file));
}

TEST_CASE("Tidy: the tree is read, without git's and the build's files") {
  CHECK(project().contains("tests/tidy/tree_test.cpp"));
  CHECK(project().contains(".clang-format"));
  CHECK(project().at("tests/run").executable);
  CHECK_FALSE(project().at("CMakeLists.txt").executable);
  for (const auto& entry : project()) {
    CAPTURE(entry.first);
    CHECK_FALSE(entry.first.starts_with(".git/"));
    CHECK(entry.first.find("CMakeCache.txt") == std::string::npos);
  }
}

TEST_CASE("Tidy: lines have no ends") {
  CHECK(lines_of("").empty());
  CHECK(lines_of("a\n\nb\n") == std::vector<std::string_view>{"a", "", "b"});
  CHECK(lines_of("a") == std::vector<std::string_view>{"a"});
}

TEST_CASE("Tidy: paths fall into folder and name") {
  CHECK(folder_of("a/b/c.h") == "a/b");
  CHECK(folder_of("c.h").empty());
  CHECK(name_of("a/b/c.h") == "c.h");
  CHECK(name_of("c.h") == "c.h");
}

TEST_CASE("The project: includes only point down") { check_texts(upward_includes); }
TEST_CASE("The project: foreign headers stay in their place") { check_texts(foreign_includes); }
TEST_CASE("The project: includes are written from the root") { check_texts(unrooted_includes); }
TEST_CASE("The project: headers are guarded") { check_texts(unguarded_headers); }
TEST_CASE("The project: files are short") { check_files(long_files); }
TEST_CASE("The project: functions are short") { check_files(long_functions); }
TEST_CASE("The project: lines are narrow") { check_files(wide_lines); }
TEST_CASE("The project: no namespace soap") { check_texts(soap_namespaces); }
TEST_CASE("The project: nothing refers to the outside") { check_texts(outside_references); }
TEST_CASE("The project: scripts can be run") { check_files(unrunnable_scripts); }
TEST_CASE("The project: scripts are understood by bash") { check_files(broken_scripts); }
TEST_CASE("The project: sources and tests mirror each other") {
  expect_none(missing_mirrors(project()));
}
TEST_CASE("The project: the top level") { expect_none(wrong_top_level(project())); }

TEST_CASE("The project: names say something") {
  for (const auto& [path, file] : project()) expect_none(wrong_names(path));
}

TEST_CASE("The project: packages are sorted") {
  expect_none(untidy_packages("docker/packages", project().at("docker/packages").text));
}

TEST_CASE("The project: the README names every option") {
  std::vector<std::string> options{"config", "print-config", "version", "help"};
  for (const auto& spec : emulator::option_table()) options.push_back(spec.name);
  const auto readme = project().find("README.md");
  REQUIRE(readme != project().end());
  expect_none(unexplained_options(readme->second.text, options));
}

}  // namespace
}  // namespace tidy
