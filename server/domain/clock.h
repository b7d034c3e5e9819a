#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace emulator {

/// A moment in UTC. NetServer keeps whole seconds.
using Moment = std::chrono::sys_seconds;

/// The time of a tenant: the machine's, or one that stands still where a test set it.
class Clock {
 public:
  Moment now() const {
    return frozen_ ? *frozen_
                   : std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  }
  void freeze(Moment at) { frozen_ = at; }

 private:
  std::optional<Moment> frozen_;
};

/// `2026-11-24T11:04:34`: UTC without a zone, the form of the store.
std::string date_time_text(Moment moment);

/// The reverse of date_time_text. Empty for anything else, years before 1 among it.
std::optional<Moment> moment_of(std::string_view text);

}  // namespace emulator
