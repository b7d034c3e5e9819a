#include "server/envelope/readable_value.h"

#include <doctest/doctest.h>

#include <thread>
#include <vector>

namespace emulator::testing {
namespace {

struct Texts {
  std::string built_in;
  std::vector<std::string> good;
  std::vector<std::string> bad;
};

}  // namespace

TEST_CASE("Readable value: the built-ins' texts, blanks around them allowed") {
  const Texts table[] = {
      {"int",
       {"0", "-0", "+5", "007", " 42 ", "\t42\n", "2147483647", "-2147483648"},
       {"", " ", "x", "1.0", "1e3", "0x10", "4 2", "--1", "2147483648", "-2147483649", "\u00A01",
        "\xD9\xA1"}},
      {"short", {"32767", "-32768"}, {"32768", "-32769", ""}},
      {"long", {"9223372036854775807"}, {"9223372036854775808", ""}},
      {"byte", {"127", "-128"}, {"128", ""}},
      {"unsignedByte", {"255"}, {"256", "-1", ""}},
      {"unsignedShort", {"65535"}, {"65536", "-1", ""}},
      {"unsignedInt", {"4294967295"}, {"4294967296", "-1", ""}},
      {"unsignedLong", {"18446744073709551615"}, {"18446744073709551616", "-1", ""}},
      {"boolean",
       {"true", "false", "1", "0", " true "},
       {"", "True", "yes", "2", "01", "truefalse"}},
      {"dateTime",
       {"2021-03-25T21:36:23", "2021-03-25T21:36:23Z", "2021-03-25T21:36:23.1234567+01:00",
        " 0001-01-01T00:00:00 ", "9999-12-31T23:59:59", "2020-02-29T00:00:00"},
       {"", "2021-03-25 21:36:23", "2021-13-01T00:00:00", "2021-02-29T00:00:00",
        "2021-03-25T25:00:00", "yesterday", "1616708183"}},
      {"decimal", {"1", "-1.50", ".5"}, {"", "1,5", "1e3", "INF"}},
      {"double", {"1", "1e3", "-INF", "NaN"}, {"", "1,5", "x"}},
      {"float", {"1.5"}, {"", "x"}},
      {"duration", {"P1D", "-PT1H"}, {"", "1D"}},
      {"base64Binary", {"", "AQID", "AQ=="}, {"A", "A==="}},
  };
  for (const Texts& row : table) {
    CAPTURE(row.built_in);
    for (const std::string& text : row.good) {
      CAPTURE(text);
      CHECK(is_readable(row.built_in, text));
    }
    for (const std::string& text : row.bad) {
      CAPTURE(text);
      CHECK_FALSE(is_readable(row.built_in, text));
    }
  }
}

TEST_CASE("Readable value: nothing can be read as an unknown type") {
  CHECK_FALSE(is_readable("string", "x"));
  CHECK_FALSE(is_readable("", "x"));
}

TEST_CASE("Readable value: the .NET names are those of WCF's texts") {
  CHECK(dotnet_type("int") == "Int32");
  CHECK(dotnet_type("short") == "Int16");
  CHECK(dotnet_type("boolean") == "Boolean");
  CHECK(dotnet_type("dateTime") == "DateTime");
  CHECK(dotnet_type("other") == "other");
}

TEST_CASE("Readable value: any number of threads may ask") {
  std::vector<std::thread> threads;
  std::vector<int> right(4);
  for (std::size_t i = 0; i < right.size(); ++i) {
    threads.emplace_back([&right, i] {
      for (int n = 0; n < 1000; ++n) {
        right[i] += is_readable("int", std::to_string(n)) && !is_readable("dateTime", "x") ? 1 : 0;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int count : right) CHECK(count == 1000);
}

}  // namespace emulator::testing
