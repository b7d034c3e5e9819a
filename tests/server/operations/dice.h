#pragma once

#include <iterator>
#include <random>

namespace emulator::testing {

/// The choices of a model test: random, and with one seed the same in every run and on every
/// machine.
class Dice {
 public:
  explicit Dice(unsigned seed) : random_(seed) {}

  /// 0 or more, and less than `bound`.
  int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
  bool flip() { return below(2) == 0; }
  /// One of a list that is not empty.
  template <class List>
  auto any_of(const List& list) {
    return *std::next(std::begin(list), below(static_cast<int>(std::size(list))));
  }

 private:
  std::mt19937 random_;
};

}  // namespace emulator::testing
