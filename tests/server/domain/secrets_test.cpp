#include "server/domain/secrets.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <set>

using namespace emulator;
using namespace std::string_literals;

namespace {

std::string hashed(std::string_view password) {
  start_secrets();
  return hash_password(password, HashCost::min);
}

bool is_base64(std::string_view text) {
  std::string bytes;
  return base64_decoded(text, bytes);
}

bool has_any(std::string_view text, int (*kind)(int)) {
  return std::any_of(text.begin(), text.end(), [kind](unsigned char c) { return kind(c) != 0; });
}

}  // namespace

TEST_CASE("Secrets: a password matches its hash and no other password does") {
  struct Case {
    std::string password;
    std::string other;
  };
  for (const Case& c : {Case{"adm0", "Adm0"}, Case{"", " "}, Case{"", "\0"s}, Case{"a\0b"s, "a"},
                        Case{"a\0b"s, "a\0c"s}, Case{"\xC3\x98l\xF0\x9F\x8D\xBA", "\xC3\xB8l"},
                        Case{std::string(100'000, 'x'), std::string(99'999, 'x')}}) {
    CAPTURE(c.password.size());
    CAPTURE(c.other.size());
    const std::string hash = hashed(c.password);
    CHECK(password_matches(hash, c.password));
    CHECK_FALSE(password_matches(hash, c.other));
  }
}

TEST_CASE("Secrets: equal passwords have different hashes") {
  CHECK(hashed("one") != hashed("one"));
}

TEST_CASE("Secrets: a hash is Argon2id in text, without the password in it") {
  const std::string hash = hashed("correct horse");
  CHECK(hash.starts_with("$argon2id$"));
  CHECK(hash.find("correct") == std::string::npos);
  CHECK(hash.find('\0') == std::string::npos);
}

TEST_CASE("Secrets: each cost is in its hash, and its hashes match") {
  start_secrets();
  std::set<std::string> costs;
  for (const HashCost cost : {HashCost::min, HashCost::interactive}) {
    const std::string hash = hash_password("secret", cost);
    CHECK(password_matches(hash, "secret"));
    const std::size_t start = hash.find("m=");
    costs.insert(hash.substr(start, hash.find('$', start) - start));
  }
  CHECK(costs.size() == 2);
}

TEST_CASE("Secrets: nothing matches a text that is no hash") {
  start_secrets();
  for (const char* text : {"", "adm0", "$argon2id$", "$argon2id$v=19$m=8192,t=1,p=1$", "7S:abc",
                           "$2y$10$abcdefghijklmnopqrstuv"}) {
    CAPTURE(text);
    CHECK_FALSE(password_matches(text, ""));
    CHECK_FALSE(password_matches(text, text));
  }
}

TEST_CASE("Secrets: 1000 generated passwords differ, and each has the form that was promised") {
  start_secrets();
  Randomness random;
  std::set<std::string> passwords;
  for (int i = 0; i < 1000; ++i) {
    const std::string password = generated_password(random);
    CAPTURE(password);
    REQUIRE(password.size() == 12);
    REQUIRE(std::all_of(password.begin(), password.end(),
                        [](unsigned char c) { return c < 128 && std::isalnum(c) != 0; }));
    REQUIRE(password.find_first_of("0O1lI") == std::string::npos);
    REQUIRE(has_any(password, std::isupper));
    REQUIRE(has_any(password, std::islower));
    REQUIRE(has_any(password, std::isdigit));
    passwords.insert(password);
  }
  CHECK(passwords.size() == 1000);
}

TEST_CASE("Secrets: a generated password does not begin with the same class every time") {
  start_secrets();
  Randomness random;
  int upper_first = 0;
  for (int i = 0; i < 1000; ++i) {
    const std::string password = generated_password(random);
    if (std::isupper(static_cast<unsigned char>(password.front())) != 0) ++upper_first;
  }
  CHECK(upper_first > 100);
  CHECK(upper_first < 900);
}

TEST_CASE("Secrets: 1000 tickets differ in both halves, and each is a GUID and an int") {
  start_secrets();
  Randomness random;
  std::set<std::string> guids;
  std::set<std::string> numbers;
  for (int i = 0; i < 1000; ++i) {
    const TicketParts parts = random_ticket_parts(random);
    CAPTURE(parts.guid);
    CAPTURE(parts.number);
    REQUIRE(parts.guid.size() == 32);
    REQUIRE(parts.guid.find_first_not_of("0123456789abcdef") == std::string::npos);
    REQUIRE(parts.guid[12] == '4');  // RFC 9562: version 4, variant 10.
    REQUIRE("89ab"s.find(parts.guid[16]) != std::string::npos);
    REQUIRE(parts.number.size() == 10);
    REQUIRE(std::stoll(parts.number) >= 1'000'000'000);
    REQUIRE(std::stoll(parts.number) <= 2'147'483'647);
    guids.insert(parts.guid);
    numbers.insert(parts.number);
  }
  CHECK(guids.size() == 1000);
  CHECK(numbers.size() > 990);
}

TEST_CASE("Secrets: tickets and passwords are as predictable as their source") {
  start_secrets();
  Randomness one(42, "default");
  Randomness other(42, "default");
  for (int i = 0; i < 10; ++i) {
    const TicketParts parts = random_ticket_parts(one);
    const TicketParts same = random_ticket_parts(other);
    CHECK(parts.guid == same.guid);
    CHECK(parts.number == same.number);
    CHECK(generated_password(one) == generated_password(other));
  }
  CHECK(random_ticket_parts(one).guid != random_ticket_parts(one).guid);
  CHECK(generated_password(one) != generated_password(one));
}

TEST_CASE("Secrets: a ticket is kept as 7S: and base64 of 20 bytes") {
  start_secrets();
  const TicketParts parts{"07f1edd1de08b1acd68471699a4fb392", "2087315043"};
  const std::string hash = ticket_secret_hash(parts);
  CHECK(hash.size() == 31);
  CHECK(hash.starts_with("7S:"));
  std::string bytes;
  REQUIRE(base64_decoded(hash.substr(3), bytes));
  CHECK(bytes.size() == 20);
  CHECK(hash.find(parts.number) == std::string::npos);
}

TEST_CASE("Secrets: the hash of a ticket changes with either half, and with nothing else") {
  start_secrets();
  const TicketParts parts{"07f1edd1de08b1acd68471699a4fb392", "2087315043"};
  CHECK(ticket_secret_hash(parts) == ticket_secret_hash(parts));
  CHECK(ticket_secret_hash(parts) != ticket_secret_hash({parts.guid, "2087315044"}));
  CHECK(ticket_secret_hash(parts) !=
        ticket_secret_hash({"17f1edd1de08b1acd68471699a4fb392", parts.number}));
}

TEST_CASE("Secrets: same_secret compares whole texts") {
  struct Case {
    std::string left;
    std::string right;
    bool same;
  };
  for (const Case& c :
       {Case{"", "", true}, Case{"token", "token", true}, Case{"a\0b"s, "a\0b"s, true},
        Case{"token", "Token", false}, Case{"token", "toke", false}, Case{"", "t", false},
        Case{"a\0b"s, "a\0c"s, false}}) {
    CAPTURE(c.left);
    CAPTURE(c.right);
    CHECK(same_secret(c.left, c.right) == c.same);
    CHECK(same_secret(c.right, c.left) == c.same);
  }
}

TEST_CASE("Secrets: base64 as RFC 4648 has it, both ways") {
  struct Case {
    std::string bytes;
    const char* text;
  };
  for (const Case& c : {Case{"", ""}, Case{"f", "Zg=="}, Case{"fo", "Zm8="}, Case{"foo", "Zm9v"},
                        Case{"foobar", "Zm9vYmFy"}, Case{"\0\xFF\xFE"s, "AP/+"}}) {
    CAPTURE(c.text);
    CHECK(base64_of(c.bytes) == c.text);
    std::string bytes;
    CHECK(base64_decoded(c.text, bytes));
    CHECK(bytes == c.bytes);
  }
}

TEST_CASE("Secrets: what is not base64 to the letter is refused") {
  for (const std::string& text : {"Zg"s, "Zg="s, "Zg==="s, "Zm9v="s, "Zm9"s, "Zh=="s, "A"s, "="s,
                                  "===="s, "Zm 9v"s, "Zm9v\n"s, " Zm9v"s, "Zm9v Zm9v"s, "AP_-"s,
                                  "Zm9*"s, "Zm9v\0"s, "\0Zm9v"s, "Zm\xC3\xB8v"s}) {
    CAPTURE(text);
    CHECK_FALSE(is_base64(text));
  }
}
