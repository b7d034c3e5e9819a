#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace emulator {

/// Tickets that two servers gave for the same log-in: each knows its own alone, and a client has
/// only one of them. For any thread.
class TicketPairs {
 public:
  /// The oldest go when there are more: log-ins of a long test run, of some 200 bytes each.
  static constexpr std::size_t most = 10'000;

  /// Learns from the answers to one call, which have a ticket each after a log-in. What is no XML,
  /// or has no ticket, teaches nothing.
  void learn(std::string_view answer_of_theirs, std::string_view answer_of_ours);

  /// The message with our ticket for each of theirs. Tickets that are not known stay, and so does a
  /// message that is not in UTF-8.
  std::string for_ours(std::string_view message) const;
  /// The other way round.
  std::string for_theirs(std::string_view message) const;

 private:
  using Map = std::map<std::string, std::string, std::less<>>;

  /// Not one that has had another partner since.
  static void forget(Map& tickets, const std::string& ticket, const std::string& partner);
  std::string replaced(std::string_view message, const Map& tickets) const;

  mutable std::mutex mutex_;
  Map ours_;                                               ///< By theirs.
  Map theirs_;                                             ///< By ours.
  std::deque<std::pair<std::string, std::string>> order_;  ///< Theirs and ours, oldest first.
};

}  // namespace emulator
