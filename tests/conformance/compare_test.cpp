#include "tests/conformance/compare.h"

#include <doctest/doctest.h>
#include <stdlib.h>

#include "tests/conformance/recording.h"

namespace conformance {
namespace {

namespace fs = std::filesystem;

/// A folder of the test's, gone at its end.
struct Scratch {
  fs::path path;
  Scratch() {
    std::string name = (fs::temp_directory_path() / "conform-test-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    path = name;
  }
  ~Scratch() { fs::remove_all(path); }
};

/// A recording of one case with one answer.
fs::path recorded(const fs::path& folder, const std::string& lines, const std::string& outcome,
                  const std::string& why = "") {
  fs::create_directories(folder / "GetUser");
  write_file(folder / "GetUser/a.1.txt", lines);
  write_file(
      folder / "recording.json",
      R"({"target":"T","server":"8.4","date":"D","cases":[{"operation":"GetUser","claim":"a",)"
      R"("source":"inferred","assumption":"A-NAME","outcome":")" +
          outcome + R"(","why":")" + why +
          R"(","answers":[{"operation":"GetUser","status":200,"file":"GetUser/a.1"}]}]})");
  return folder;
}

bool has(const Comparison& result, const std::string& part) {
  CAPTURE(result.text);
  return result.text.find(part) != std::string::npos;
}

TEST_CASE("Compare: like recordings are alike, and confirm what they tried") {
  const Scratch scratch;
  const auto result = compare(recorded(scratch.path / "a", "HTTP 200\nB/x = '1'\n", "passed"),
                              recorded(scratch.path / "b", "HTTP 200\nB/x = '1'\n", "passed"));
  CHECK(result.is_alike);
  CHECK(has(result, "A-NAME: there it holds (cases: 1)"));
  CHECK(has(result, "1 cases alike, 0 different, 0 in one recording only"));
}

TEST_CASE("Compare: what differs is told by operation, with what it says of the assumption") {
  const Scratch scratch;
  const auto result =
      compare(recorded(scratch.path / "a", "HTTP 200\nB/x = '1'\nB/y = 'z'\n", "passed"),
              recorded(scratch.path / "b", "HTTP 500\nB/x = '2'\n", "failed", "x is 2"));
  CHECK_FALSE(result.is_alike);
  CHECK(has(result, "GetUser\n  GetUser: a\n"));
  CHECK(has(result, "call 1, HTTP: HTTP 200, there HTTP 500"));
  CHECK(has(result, "call 1, B/x: '1', there '2'"));
  CHECK(has(result, "call 1, B/y: 'z', there not there"));
  CHECK(has(result, "A-NAME: there it does not hold\n    not so: GetUser: a: x is 2"));
  CHECK(has(result, "here: holds (cases: 1)"));
}

TEST_CASE("Compare: what is no recording is named") {
  const Scratch scratch;
  CHECK_THROWS_WITH_AS(compare(scratch.path, scratch.path), doctest::Contains("recording.json"),
                       std::runtime_error);
  write_file(scratch.path / "recording.json", "{}");
  CHECK_THROWS_WITH_AS(compare(scratch.path, scratch.path), doctest::Contains("is no recording"),
                       std::runtime_error);
}

}  // namespace
}  // namespace conformance
