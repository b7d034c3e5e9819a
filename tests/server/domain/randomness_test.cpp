#include "server/domain/randomness.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "server/domain/secrets.h"

using namespace emulator;

namespace {

/// The next 32 bytes, in hex.
std::string drawn(Randomness& random) {
  std::array<unsigned char, 32> bytes{};
  random.fill(bytes.data(), bytes.size());
  std::string hex;
  for (const unsigned char byte : bytes) {
    hex += "0123456789abcdef"[byte >> 4];
    hex += "0123456789abcdef"[byte & 15];
  }
  return hex;
}

std::string first_of(Randomness random) { return drawn(random); }

/// How often each of `parts` equal parts of the range below `bound` is drawn.
std::vector<int> counted(Randomness random, std::uint32_t bound, std::uint32_t parts, int draws) {
  std::vector<int> counts(parts);
  for (int i = 0; i < draws; ++i) {
    const std::uint32_t number = random.below(bound);
    REQUIRE(number < bound);
    ++counts[number / (bound / parts)];
  }
  return counts;
}

void check_even(const std::vector<int>& counts, int draws) {
  const double fair = static_cast<double>(draws) / static_cast<double>(counts.size());
  for (const int count : counts) {
    CHECK(count > fair * 0.9);
    CHECK(count < fair * 1.1);
  }
}

}  // namespace

TEST_CASE("Randomness: the same seed and name give the same stream") {
  Randomness one(42, "default");
  Randomness other(42, "default");
  for (int i = 0; i < 20; ++i) {
    CHECK(drawn(one) == drawn(other));
    CHECK(one.below(1000) == other.below(1000));
  }
}

TEST_CASE("Randomness: a stream is the same in every build, for what tests have recorded") {
  Randomness random(42, "default");
  // Worked out apart: BLAKE2b of `42/default` is the key of BLAKE2b of `0`, that of ChaCha20.
  CHECK(drawn(random) == "acc94011537997927e614a8c7c835ae5d5d19d9104e06e4d9b81049204241495");
  CHECK(random.below(1'000'000) == 157'318);
}

TEST_CASE("Randomness: another seed or another name gives another stream") {
  const std::string usual = first_of(Randomness(42, "default"));
  for (const auto& [seed, name] : std::vector<std::pair<std::uint64_t, std::string>>{
           {43, "default"}, {0, "default"}, {42, "defaulT"}, {42, "cust1"}, {42, ""}}) {
    CAPTURE(seed);
    CAPTURE(name);
    CHECK(first_of(Randomness(seed, name)) != usual);
  }
  // Where the seed ends is not lost.
  CHECK(first_of(Randomness(4, "2x")) != first_of(Randomness(42, "x")));
  CHECK(first_of(Randomness(UINT64_MAX, "x")) != first_of(Randomness(UINT32_MAX, "x")));
}

TEST_CASE("Randomness: a stream does not repeat itself, however little is drawn at a time") {
  Randomness random(42, "default");
  std::vector<std::string> draws;
  for (int i = 0; i < 1000; ++i) draws.push_back(drawn(random));
  std::ranges::sort(draws);
  CHECK(std::ranges::adjacent_find(draws) == draws.end());
}

TEST_CASE("Randomness: without a seed no two streams are alike") {
  start_secrets();
  Randomness one;
  Randomness other;
  const std::string first = drawn(one);
  CHECK(first != drawn(other));
  CHECK(first != drawn(one));
  CHECK(first_of(Randomness()) != first);
}

TEST_CASE("Randomness: below() is in range and even, whatever the bound") {
  start_secrets();
  constexpr int draws = 30'000;
  for (const Randomness& random : {Randomness(), Randomness(42, "default")}) {
    check_even(counted(random, 6, 6, draws), draws);
    // Three quarters of all numbers: a plain remainder would give the first third twice as often.
    check_even(counted(random, 3U << 30, 3, draws), draws);
    CHECK(counted(random, 1, 1, 10).front() == 10);
    counted(random, UINT32_MAX, 1, 10);
  }
}
