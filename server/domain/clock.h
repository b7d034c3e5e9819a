#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace emulator {

/// A moment in UTC. NetServer keeps whole seconds.
using Moment = std::chrono::sys_seconds;

/// The time of a tenant: the machine's, one that stands still where a test set it, or one that was
/// set and runs on, faster or slower than the machine's.
class Clock {
 public:
  Moment now() const;

  /// Stands still from here.
  void freeze(Moment at);
  /// Goes on from here, `rate` seconds for each one of the machine; above 0.
  void run(Moment from, double rate = 1);
  /// Moves by so much, back too, and stands or runs on as before.
  void advance(std::chrono::seconds by);

  bool is_frozen() const { return rate_ == 0; }
  /// 0 when frozen.
  double rate() const { return rate_; }

 private:
  Moment base_{};                                    ///< What it showed...
  std::chrono::system_clock::time_point base_at_{};  ///< ...when the machine's showed this.
  double rate_ = 1;
};

/// `2026-11-24T11:04:34`: UTC without a zone, the form of the store.
std::string date_time_text(Moment moment);

/// The reverse of date_time_text. Empty for anything else, years before 1 among it.
std::optional<Moment> moment_of(std::string_view text);

}  // namespace emulator
