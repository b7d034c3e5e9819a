#include "server/domain/shortened.h"

#include <doctest/doctest.h>

using emulator::shortened;

TEST_CASE("Shortened: 200 bytes stay as they are, more are cut and marked") {
  CHECK(shortened("") == "");
  CHECK(shortened(std::string(200, 'a')) == std::string(200, 'a'));
  CHECK(shortened(std::string(201, 'a')) == std::string(200, 'a') + "...");
  CHECK(shortened(std::string(4'000'000, 'a')).size() == 203);
}

TEST_CASE("Shortened: a character is never cut in two") {
  CHECK(shortened(std::string(199, 'a') + "\u00D8\u00D8") == std::string(199, 'a') + "...");
  CHECK(shortened(std::string(198, 'a') + "\u00D8\u00D8") == std::string(198, 'a') + "\u00D8...");
}

TEST_CASE("Shortened: another length can be asked for") {
  CHECK(shortened("abcdef", 6) == "abcdef");
  CHECK(shortened("abcdef", 5) == "abcde...");
  CHECK(shortened("a\u00D8", 2) == "a...");
}
