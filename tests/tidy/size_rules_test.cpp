#include "tests/tidy/size_rules.h"

#include <doctest/doctest.h>

namespace tidy {
namespace {

std::string repeated(const std::string& text, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

File file_of(const std::string& text) { return {text, false}; }

TEST_CASE("Tidy: code files are under 300 lines, the root's CMakeLists.txt under 100") {
  struct Case {
    std::string path;
    std::size_t lines, breaches;
  };
  const Case cases[] = {
      {"a.cpp", 299, 0},         {"a.cpp", 300, 1},          {"a.h", 300, 1},
      {"a.py", 300, 1},          {"a.cmake", 300, 1},        {"a.sh", 300, 1},
      {"a.sql", 300, 1},         {"a.wsdl", 300, 0},         {"README.md", 300, 0},
      {"CMakeLists.txt", 99, 0}, {"CMakeLists.txt", 100, 1}, {"store/CMakeLists.txt", 100, 0}};
  for (const auto& one : cases) {
    CAPTURE(one.path);
    CAPTURE(one.lines);
    CHECK(long_files(one.path, file_of(repeated("a\n", one.lines))).size() == one.breaches);
  }
  CHECK(long_files("script", file_of("#!/bin/sh\n" + repeated("a\n", 299))).size() == 1);
}

TEST_CASE("Tidy: lines of code have at most 100 columns") {
  const auto wide = [](const std::string& path, const std::string& line) {
    return wide_lines(path, file_of("a\n" + line + "\n"));
  };
  CHECK(wide("a.cpp", repeated("a", 100)).empty());
  CHECK(wide("a.cpp", repeated("ø", 100)).empty());
  CHECK(wide("a.wsdl", repeated("a", 101)).empty());
  const auto found = wide("a.cpp", repeated("a", 101));
  REQUIRE(found.size() == 1);
  CHECK(found[0] == Breach{"a.cpp", 2, "101 columns, at most 100"});
}

TEST_CASE("Tidy: functions are under 60 lines") {
  const auto function = [](std::size_t lines) {
    return file_of("\nvoid f() {\n" + repeated("  g();\n", lines - 2) + "}\n");
  };
  CHECK(long_functions("a.cpp", function(59)).empty());
  CHECK(long_functions("a.py", function(60)).empty());
  const auto found = long_functions("a.cpp", function(60));
  REQUIRE(found.size() == 1);
  CHECK(found[0] == Breach{"a.cpp", 2, "60 lines in a function, at most 59"});
}

}  // namespace
}  // namespace tidy
