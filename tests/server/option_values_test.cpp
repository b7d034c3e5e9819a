#include "server/option_values.h"

#include <doctest/doctest.h>

#include <limits>

namespace emulator {
namespace {

using Bytes = std::optional<std::uint64_t>;

TEST_CASE("Option values: a number is the whole text and within its range") {
  struct Case {
    std::string text;
    std::optional<std::uint64_t> expected;
  };
  const std::vector<Case> cases{{"0", std::nullopt},
                                {"1", 1},
                                {"10", 10},
                                {"007", 7},
                                {"11", std::nullopt},
                                {"", std::nullopt},
                                {"-1", std::nullopt},
                                {"+1", std::nullopt},
                                {" 1", std::nullopt},
                                {"1 ", std::nullopt},
                                {"1x", std::nullopt},
                                {"0x1", std::nullopt},
                                {"1.0", std::nullopt},
                                {"99999999999999999999999", std::nullopt}};
  for (const auto& one : cases) {
    CAPTURE(one.text);
    CHECK(read_number(one.text, 1, 10) == one.expected);
  }
  const auto most = std::numeric_limits<std::uint64_t>::max();
  CHECK(read_number("18446744073709551615", 0, most) == most);
}

TEST_CASE("Option values: bytes are plain or counted in binary units") {
  constexpr std::uint64_t most = 4ULL << 30U;
  struct Case {
    std::string text;
    Bytes expected;
  };
  const std::vector<Case> cases{{"1", 1},
                                {"4096", 4096},
                                {"64KiB", 65536},
                                {"4MiB", 4194304},
                                {"4GiB", most},
                                {"4294967296", most},
                                {"0", std::nullopt},
                                {"0MiB", std::nullopt},
                                {"5GiB", std::nullopt},
                                {"4294967297", std::nullopt},
                                {"18446744073709551615KiB", std::nullopt},
                                {"MiB", std::nullopt},
                                {"4 MiB", std::nullopt},
                                {"4mib", std::nullopt},
                                {"4MB", std::nullopt},
                                {"-4MiB", std::nullopt}};
  for (const auto& one : cases) {
    CAPTURE(one.text);
    CHECK(read_bytes(one.text, most) == one.expected);
  }
}

TEST_CASE("Option values: bytes are shown in a form that is read back") {
  for (const std::uint64_t bytes : {1ULL, 1023ULL, 1024ULL, 1025ULL, 4194304ULL, 3ULL << 30U}) {
    CHECK(read_bytes(show_bytes(bytes), 4ULL << 30U) == bytes);
  }
  CHECK(show_bytes(4194304) == "4MiB");
  CHECK(show_bytes(1536) == "1536");
}

TEST_CASE("Option values: an address is numeric and gets its usual form") {
  CHECK(read_address("127.0.0.1") == "127.0.0.1");
  CHECK(read_address("0.0.0.0") == "0.0.0.0");
  CHECK(read_address("0:0::1") == "::1");
  for (const auto* text : {"", "localhost", "127.0.0", "127.0.0.256", "[::1]", "127.0.0.1:80"}) {
    CAPTURE(text);
    CHECK_FALSE(read_address(text));
  }
}

TEST_CASE("Option values: loopback is this machine alone") {
  for (const char* own : {"127.0.0.1", "127.9.9.9", "::1"}) CHECK(is_loopback(own));
  for (const char* open : {"0.0.0.0", "::", "192.168.0.1", "fe80::1", "", "localhost"}) {
    CAPTURE(open);
    CHECK_FALSE(is_loopback(open));
  }
}

TEST_CASE("Option values: a base URL is http or https and loses trailing slashes") {
  CHECK(read_base_url("https://crm.example") == "https://crm.example");
  CHECK(read_base_url("HTTP://crm.example:8080/a/b//") == "HTTP://crm.example:8080/a/b");
  CHECK(read_base_url("http://[::1]:80/") == "http://[::1]:80");
  for (const auto* text :
       {"", "crm.example", "//crm.example", "ftp://crm.example", "https://", "http:///a",
        "https://crm.example/?a=b", "https://crm.example/#a", "https://me@crm.example",
        "https://crm example", "https:crm.example", "https://crm.example:port",
        "https://crm.example:80x", "https://crm.example:", "https://crm.example:65536"}) {
    CAPTURE(text);
    CHECK_FALSE(read_base_url(text));
  }
}

std::string shown(const std::optional<std::vector<ApplicationToken>>& tokens) {
  if (!tokens) return "refused";
  std::string text;
  for (const auto& token : *tokens) text += token.token + (token.restricted ? "(r) " : " ");
  return text;
}

TEST_CASE("Option values: application tokens are parted by commas and can be restricted") {
  struct Case {
    std::string text, expected;
  };
  const std::vector<Case> cases{{"", ""},
                                {"a", "a "},
                                {"a:restricted", "a(r) "},
                                {"a, b:restricted ,c", "a b(r) c "},
                                {",", "refused"},
                                {"a,,b", "refused"},
                                {":restricted", "refused"},
                                {"a:", "refused"},
                                {"a:Restricted", "refused"},
                                {"a:restricted:b", "refused"}};
  for (const auto& one : cases) {
    CAPTURE(one.text);
    CHECK(shown(read_application_tokens(one.text)) == one.expected);
  }
}

TEST_CASE("Option values: user types are words parted by commas, at least one") {
  struct Case {
    std::string text, expected;
  };
  const std::vector<Case> cases{
      {"employee", "employee"},
      {"external", "external"},
      {"system", "system"},
      {"anonymous", "anonymous"},
      {"anonymous,system, external ,employee", "employee,external,system,anonymous"},
      {"system,system", "system"},
      {"", "refused"},
      {",", "refused"},
      {"employee,,system", "refused"},
      {"Employee", "refused"},
      {"employee external", "refused"},
      {"employee,resource", "refused"}};
  for (const auto& one : cases) {
    CAPTURE(one.text);
    const auto types = read_user_types(one.text);
    CHECK((types ? show_user_types(*types) : "refused") == one.expected);
  }
  CHECK(show_user_types({}).empty());
}

TEST_CASE("Option values: the nearest word is a slip away, or there is none") {
  const std::vector<std::string> words{"port", "port-file", "public-url", "bind"};
  CHECK(nearest("prot", words) == "port");
  CHECK(nearest("port", words) == "port");
  CHECK(nearest("port-fle", words) == "port-file");
  CHECK(nearest("publicurl", words) == "public-url");
  CHECK(nearest("workers", words).empty());
  CHECK(nearest("", words).empty());
  CHECK(nearest("port", {}).empty());
}

}  // namespace
}  // namespace emulator
