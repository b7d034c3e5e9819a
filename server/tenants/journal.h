#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/domain/settings.h"
#include "server/envelope/breach.h"

namespace emulator {

/// One side of an exchange, with its secrets blanked.
struct JournalMessage {
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;           ///< At most Journal::body_max bytes of it.
  std::size_t body_size = 0;  ///< Of the whole body, as it came.
};

/// What a real server made of the same message (`nsemu diff`).
struct UpstreamOutcome {
  int status = 0;  ///< HTTP; 0: it did not answer.
  /// Where its answer and ours say something else, a line each; without an answer, why.
  std::vector<std::string> differences;
  bool was_given = false;  ///< The client got its answer, not ours.
};

/// A message and its answer. What is secret in it was blanked before it was made.
struct JournalEntry {
  std::uint64_t id = 0;   ///< From 1, in the order of the answers; given by the journal.
  std::string time;       ///< The tenant's, UTC: `2026-01-15T09:00:00Z`.
  std::string tenant;     ///< As its first caller wrote it.
  std::string service;    ///< `User` or `SoPrincipal`.
  std::string operation;  ///< Empty: it was not understood so far.
  int associate_id = 0;   ///< Who called; 0: not known.
  std::string associate;  ///< Its name.
  bool succeeded = false;
  int status = 200;            ///< HTTP.
  std::string outcome;         ///< In words, as in the log.
  std::string exception_type;  ///< Of what NetServer would call an exception; else empty.
  std::string error;           ///< Id of that in the catalogue, or the code of a platform fault.
  std::string fault;           ///< Id of the fault script that was met, or `header` or `magic`.
  double elapsed_ms = 0;
  /// Texts of the parameters, those within others by their path: `User/Name`.
  std::vector<std::pair<std::string, std::string>> parameters;
  std::vector<Breach> breaches;
  std::string method;  ///< Of HTTP.
  std::string target;
  JournalMessage request, answer;
  std::optional<UpstreamOutcome> upstream;  ///< None: there is no other server.
};

/// The last exchanges of a tenant. For any thread.
class Journal {
 public:
  using Entry = std::shared_ptr<const JournalEntry>;

  /// Of a body, bytes that are kept.
  static constexpr std::size_t body_max = std::size_t{64} * 1024;

  explicit Journal(const JournalSettings& settings) : settings_(settings) {}

  const JournalSettings& settings() const { return settings_; }

  /// False: it is switched off, nothing is ever in it.
  bool is_kept() const { return settings_.entries > 0 && settings_.bytes > 0; }

  /// Gives it the next id, and returns that; 0: it is not kept. The oldest entries go when there
  /// are too many, or too many bytes.
  std::uint64_t add(JournalEntry entry);

  /// Oldest first, those with an id above `after`.
  std::vector<Entry> list(std::uint64_t after = 0) const;
  /// Null: there is none, or no more.
  Entry find(std::uint64_t id) const;
  /// False: there is none.
  bool remove(std::uint64_t id);
  /// Forgets all, and what was dropped; ids go on. How many there were.
  std::size_t clear();

  /// Of the newest entry that there ever was; 0: none yet.
  std::uint64_t last_id() const;
  /// How many entries went to make room since the last clear(): counts are too low by so many.
  std::size_t dropped() const;

 private:
  const JournalSettings settings_;
  mutable std::mutex mutex_;
  std::deque<Entry> entries_;
  std::size_t bytes_ = 0;
  std::size_t dropped_ = 0;
  std::uint64_t last_id_ = 0;
};

}  // namespace emulator
