#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace emulator {

/// Where the random parts of tickets and passwords come from: the machine, or, with --random-seed,
/// a stream that is the same at every start. Not for several threads at a time.
class Randomness {
 public:
  /// The machine's own, unpredictable.
  Randomness() = default;
  /// A stream that `seed` and `name` (a tenant's, in lower case) decide: predictable, for tests.
  Randomness(std::uint64_t seed, std::string_view name);

  void fill(unsigned char* bytes, std::size_t size);
  /// 0 to `bound` - 1, each as likely as the others; `bound` is 1 or more.
  std::uint32_t below(std::uint32_t bound);

 private:
  using Key = std::array<unsigned char, 32>;
  std::optional<Key> key_;  ///< None: the machine's.
  std::uint64_t drawn_ = 0;
};

}  // namespace emulator
