#pragma once

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "server/client/answer_difference.h"
#include "server/client/http_call.h"
#include "server/tenants/journal.h"
#include "server/upstream/difference_tally.h"
#include "server/upstream/ticket_pairs.h"

namespace emulator {

struct UpstreamSettings {
  std::string url;          ///< Base URL, with a tenant where there is one, without `/Remote`.
  bool gives_ours = false;  ///< Clients get our answers, not its.
  ElementNames ignored;     ///< Are not compared.
  std::string ca_file;      ///< See Trust.
  /// For one whole call; as long as WCF's clients wait by default for half of theirs.
  std::chrono::milliseconds patience{30'000};
};

/// What became of a call that was sent on.
struct UpstreamAnswer {
  std::optional<HttpReply> reply;  ///< None: there was no answer.
  UpstreamOutcome outcome;
};

/// A real server, which gets each message that we get, and whose answers are held against ours. For
/// any thread.
class Upstream {
 public:
  /// Of one call, differences that are told one by one; of a list that has moved, each entry is
  /// one.
  static constexpr std::size_t differences_max = 50;

  /// Throws std::runtime_error: the file of authorities is none.
  explicit Upstream(UpstreamSettings settings)
      : settings_(std::move(settings)), trust_(settings_.ca_file) {}

  bool gives_ours() const { return settings_.gives_ours; }

  /// Throws boost::system::system_error when it does not answer. What it answers does not matter.
  void reach() const;

  /// A message of a client as we understand it: with our tickets.
  std::string for_ours(std::string_view message) const { return tickets_.for_ours(message); }

  /// Sends a client's message on, with its own tickets, and compares, counts and learns.
  /// Differences have no secrets in them, which are not compared.
  /// @param call as it came from the client: its `url` is the target
  /// @param operation as DifferenceTally has it
  boost::asio::awaitable<UpstreamAnswer> ask(HttpCall call, std::string operation, HttpReply ours);

  const DifferenceTally& tally() const { return tally_; }

 private:
  boost::asio::awaitable<UpstreamAnswer> sent(HttpCall call) const;
  std::vector<std::string> differences(const HttpReply& theirs, const HttpReply& ours,
                                       std::string_view message) const;

  const UpstreamSettings settings_;
  const Trust trust_;
  TicketPairs tickets_;
  DifferenceTally tally_;
};

}  // namespace emulator
