#include "server/operations/install.h"

#include <doctest/doctest.h>

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <set>
#include <string>

#include "tests/support/program.h"

using namespace emulator;

namespace {

std::set<std::string> words_of(const std::string& text) {
  std::set<std::string> words;
  boost::algorithm::split(words, text, boost::algorithm::is_any_of(", |\n"),
                          boost::algorithm::token_compress_on);
  words.erase("");
  return words;
}

/// The names in bold in the README's table of operations.
std::set<std::string> listed_in(const std::string& readme) {
  const std::size_t begin = readme.find("|---|---|\n", readme.find("\n## Operations\n"));
  const std::string table = readme.substr(begin, readme.find("\n\n", begin) - begin);
  std::set<std::string> listed;
  bool is_bold = false;
  for (std::size_t at = 0; at < table.size(); is_bold = !is_bold) {
    const std::size_t end = std::min(table.find("**", at), table.size());
    if (is_bold) listed.merge(words_of(table.substr(at, end - at)));
    at = end + 2;
  }
  return listed;
}

}  // namespace

TEST_CASE("Operations: all are there, and the README has each, and counts them") {
  const std::string readme = testing::file_text(NSEMU_SOURCE_DIR "/README.md");
  Operations operations;
  install_operations(operations);
  std::set<std::string> there;
  operations.for_each([&](const OperationInfo& info) {
    CAPTURE(info.name);
    CHECK(info.is_implemented);
    there.emplace(info.name);
  });
  CHECK(there.size() == 84);
  CHECK(listed_in(readme) == there);
  CHECK(readme.find("84 of the 84 operations work today") != std::string::npos);
}

TEST_CASE("Operations: each has its handler, and none is there before the install") {
  Operations operations;
  operations.for_each([](const OperationInfo& info) { CHECK_FALSE(info.is_implemented); });
  install_operations(operations);
#define OPERATION(Service, Name, Request, Response) CHECK((operations.Name.handler != nullptr));
#include "generated/operations.def"
#undef OPERATION
}
