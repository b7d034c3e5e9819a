#include "tests/conformance/runner.h"

#include <chrono>
#include <exception>

#include "tests/conformance/expect.h"
#include "tests/conformance/normalised.h"

namespace conformance {
namespace {

/// Why the case is not for this run; empty when it is.
std::string reason_to_leave_out(const Case& one, const Session& session) {
  if (one.facts.writes && session.options().read_only) return "it writes, and --read-only is on";
  if (one.facts.needs_rights && !session.may_manage()) {
    return "the caller may not manage users and roles";
  }
  return {};
}

bool is_known_to_fail(const Case& one, const Session& session) {
  switch (one.facts.fails_on) {
    case FailsOn::real:
      return !session.is_emulator();
    case FailsOn::emulator:
      return session.is_lenient();
    case FailsOn::nothing:
      break;
  }
  return false;
}

void try_out(const Case& one, Session& session, Result& result) {
  const bool is_known = is_known_to_fail(one, session);
  try {
    one.run(session);
    result.outcome = is_known ? Outcome::passed_against_tag : Outcome::passed;
    if (is_known) result.why = "it passes, though its tag says that it fails here";
  } catch (const LeftOut& left) {
    result.outcome = Outcome::left_out;
    result.why = left.what();
  } catch (const std::exception& failure) {
    result.outcome = is_known ? Outcome::failed_as_known : Outcome::failed;
    result.why = without(failure.what(), session.secrets());
  }
}

bool is_failure(const Result& result) {
  return result.outcome == Outcome::failed || result.outcome == Outcome::failed_as_known;
}

}  // namespace

Run run_cases(Session& session, Recording* recording, const Progress& progress,
              const std::function<bool()>& is_stopped) {
  Run run{session.options().url, session.server_version(), utc_now(), {}, false};
  std::vector<const Case*> wanted;
  for (const Case& one : all_cases()) {
    if (is_wanted(one, session.options().only)) wanted.push_back(&one);
  }
  try {
    for (const Case* one : wanted) {
      if (run.is_cut || is_stopped()) break;
      Result result{one, Outcome::left_out, reason_to_leave_out(*one, session), 0, {}};
      const auto start = std::chrono::steady_clock::now();
      if (result.why.empty()) {
        if (recording != nullptr) recording->begin(session);
        try_out(*one, session, result);
        session.set_witness({});
        result.left_behind = session.clean_up();
        if (recording != nullptr) recording->end(result, session);
        // A server that is gone fails every case; one that only drops what it does not like, this
        // one.
        run.is_cut = is_failure(result) && !session.is_there();
      }
      result.seconds =
          std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
      run.results.push_back(result);
      progress(result, static_cast<int>(run.results.size()), static_cast<int>(wanted.size()));
    }
  } catch (...) {  // Such as a disk that is full: nothing is left at the target for that.
    session.clean_up();
    session.clean_up_at_end();
    throw;
  }
  for (std::string& left : session.clean_up_at_end()) {
    run.results.back().left_behind.push_back(std::move(left));
  }
  return run;
}

}  // namespace conformance
