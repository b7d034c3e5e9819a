#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "server/tenants/journal.h"

namespace emulator {

/// How often two servers answered alike, by operation. For any thread.
class DifferenceTally {
 public:
  /// @param operation such as `User.GetUserInfo`; a name of the contract, so that there is an end
  ///   to them
  void add(const std::string& operation, const UpstreamOutcome& outcome);

  /// Some call was answered differently, or was not answered.
  bool has_differences() const;

  /// A line for each operation that was called, such as `User.GetUserInfo: 3 calls, 1 alike, 2
  /// different, 0 without an answer; first: ...`, and one for all of them.
  std::vector<std::string> report() const;

 private:
  struct Count {
    std::size_t alike = 0, different = 0, unanswered = 0;
    std::string first;  ///< Difference; empty: there was none.
  };

  static std::string line_of(const std::string& name, const Count& count);

  mutable std::mutex mutex_;
  std::map<std::string, Count> counts_;
};

}  // namespace emulator
