#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/randomness.h"

namespace emulator {

/// What a caller meets in place of, or after, the answer. The first four come instead of the call,
/// which does nothing then; with the others the call is done, and its answer spoilt: what clients
/// find hardest is a change that was made and not confirmed.
enum class DisturbanceKind {
  exception,     ///< An exception of NetServer, as an operation's own.
  fault,         ///< A SOAP fault, HTTP 500.
  status,        ///< An HTTP status, with a short text.
  hang,          ///< No answer, until the caller goes or the server stops.
  delay,         ///< The answer, later.
  reset,         ///< The connection is reset in place of the answer.
  empty,         ///< HTTP 200 without a body.
  truncate,      ///< Half of the answer, then the connection ends.
  garble,        ///< The answer with its XML broken.
  content_type,  ///< The answer under another content type.
};

/// How long the answer waits, in milliseconds.
struct DelayRange {
  enum class Shape { fixed, uniform, lognormal };
  Shape shape = Shape::fixed;
  double first = 0;   ///< Fixed: this long. Uniform: from. Lognormal: the median.
  double second = 0;  ///< Uniform: to. Lognormal: sigma of the logarithm.

  /// At most an hour.
  std::chrono::milliseconds draw(Randomness& random) const;
};

/// A fault to be met.
struct Disturbance {
  DisturbanceKind kind = DisturbanceKind::delay;
  DelayRange delay;            ///< With every kind: comes before the rest.
  std::string error;           ///< exception: id of a row in fault_catalogue.h; empty: by type.
  std::string exception_type;  ///< exception: full .NET name, where `error` is empty.
  std::string message;         ///< exception and fault: its text; empty: the catalogue's.
  int status = 503;
  std::string content_type = "text/html";
};

/// When a fault is met: the calls that it is for are counted; `after` of them pass, then each one
/// meets it with the probability, until `times` have.
struct FaultScript {
  std::uint64_t id = 0;   ///< From 1.
  std::string operation;  ///< Empty: every one.
  Disturbance disturbance;
  std::uint64_t after = 0;
  std::uint64_t times = 1;  ///< 0: without end.
  double probability = 1;
  std::uint64_t seen = 0;      ///< Calls that it was for so far.
  std::uint64_t consumed = 0;  ///< Of these, met it.
};

/// The scripts of a tenant, in order. Its owner locks.
class FaultScripts {
 public:
  /// Behind all others; gives it an id. Counts begin at 0.
  const FaultScript& add(FaultScript script);
  const std::vector<FaultScript>& list() const { return scripts_; }
  /// Null: there is none.
  const FaultScript* find(std::uint64_t id) const;
  bool remove(std::uint64_t id);
  /// How many there were.
  std::size_t clear();

  /// What a call of this operation meets: the first script that is for it, and not over, and has
  /// let `after` calls pass, and is drawn. Scripts before that one count the call as seen.
  std::optional<FaultScript> take(std::string_view operation, Randomness& random);

 private:
  std::vector<FaultScript> scripts_;
  std::uint64_t last_id_ = 0;
};

}  // namespace emulator
