#include "server/domain/fault_catalogue.h"

#include <doctest/doctest.h>

#include <set>
#include <stdexcept>
#include <string>

using namespace emulator;

TEST_CASE("Fault catalogue: ids are words with hyphens, and each is there once") {
  std::set<std::string_view> ids;
  for (const FaultEntry& entry : fault_catalogue()) {
    CAPTURE(entry.id);
    CHECK_FALSE(entry.id.empty());
    CHECK(entry.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos);
    ids.insert(entry.id);
  }
  CHECK(ids.size() == fault_catalogue().size());
}

TEST_CASE("Fault catalogue: no two rows have the same class and text") {
  std::set<std::pair<std::string_view, std::string_view>> answers;
  for (const FaultEntry& entry : fault_catalogue()) answers.emplace(entry.type, entry.message);
  CHECK(answers.size() == fault_catalogue().size());
}

TEST_CASE("Fault catalogue: classes are exceptions of NetServer's, without their namespace") {
  for (const FaultEntry& entry : fault_catalogue()) {
    CAPTURE(entry.type);
    CHECK(entry.type.starts_with("So"));
    CHECK(entry.type.ends_with("Exception"));
    CHECK(entry.type.find('.') == std::string_view::npos);
  }
}

TEST_CASE("Fault catalogue: an argument is named by those of that class, and by no other") {
  for (const FaultEntry& entry : fault_catalogue()) {
    CAPTURE(entry.id);
    CHECK(entry.argument.empty() == (entry.type != "SoInvalidArgumentException"));
  }
}

TEST_CASE("Fault catalogue: every row has a text of one line, and says where it is from") {
  for (const FaultEntry& entry : fault_catalogue()) {
    CAPTURE(entry.id);
    CHECK_FALSE(entry.message.empty());
    CHECK(entry.message.find('\n') == std::string_view::npos);
    CHECK_FALSE(entry.evidence.empty());
  }
}

TEST_CASE("Fault catalogue: a row is found by its id, and another id is a bug of ours") {
  for (const FaultEntry& entry : fault_catalogue()) CHECK(&fault_entry(entry.id) == &entry);
  CHECK_THROWS_WITH_AS(fault_entry("no-such"), "no error is called no-such", std::logic_error);
  CHECK_THROWS_AS(fault_entry(""), std::logic_error);
}
