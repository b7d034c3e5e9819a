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

/// The names of the README's table of operations, those in bold and the others.
struct Listed {
  std::set<std::string> bold, plain;
};

Listed listed_in(const std::string& readme) {
  const std::size_t begin = readme.find("|---|---|\n", readme.find("\n## Operations\n"));
  const std::string table = readme.substr(begin, readme.find("\n\n", begin) - begin);
  Listed listed;
  bool is_bold = false;
  for (std::size_t at = 0; at < table.size(); is_bold = !is_bold) {
    const std::size_t end = std::min(table.find("**", at), table.size());
    (is_bold ? listed.bold : listed.plain).merge(words_of(table.substr(at, end - at)));
    at = end + 2;
  }
  return listed;
}

}  // namespace

TEST_CASE("Operations: the README has in bold those that are there, the others plain, and counts") {
  const std::string readme = testing::file_text(NSEMU_SOURCE_DIR "/README.md");
  const Listed listed = listed_in(readme);
  Operations operations;
  install_operations(operations);
  std::size_t there = 0;
  operations.for_each([&](const OperationInfo& info) {
    CAPTURE(info.name);
    const std::string name(info.name);
    CHECK(listed.bold.contains(name) == info.is_implemented);
    CHECK((listed.bold.contains(name) || listed.plain.contains(name)));
    if (info.is_implemented) ++there;
  });
  CHECK(listed.bold.size() == there);
  const std::string count = std::to_string(there) + " of the 84 operations work today";
  CAPTURE(count);
  CHECK(readme.find(count) != std::string::npos);
}

TEST_CASE("Operations: one that is there has its handler, and none is there before the install") {
  Operations operations;
  operations.for_each([](const OperationInfo& info) { CHECK_FALSE(info.is_implemented); });
  install_operations(operations);
#define OPERATION(Service, Name, Request, Response) \
  CHECK((operations.Name.handler != nullptr) == operations.Name.is_implemented);
#include "generated/operations.def"
#undef OPERATION
}
