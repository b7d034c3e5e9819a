#pragma once

#include <string>
#include <vector>

#include "tests/conformance/case.h"

namespace conformance {

enum class Outcome {
  passed,
  failed,
  /// Failed, and its tag says so.
  failed_as_known,
  /// Passed, though its tag says that it fails here: the tag is out of date.
  passed_against_tag,
  left_out,
};

struct Result {
  const Case* tried = nullptr;
  Outcome outcome = Outcome::passed;
  /// Of what is not passed.
  std::string why;
  double seconds = 0;
  /// What the case has made and could not remove.
  std::vector<std::string> left_behind;
};

struct Run {
  std::string target;
  std::string server;
  std::string started;
  std::vector<Result> results;
  /// The target went away before the end.
  bool is_cut = false;

  int count(Outcome outcome) const;
  /// Failed, passed against a tag, or something is left behind.
  bool is_as_expected() const;
};

/// It failed, or passed against its tag.
bool is_unexpected(const Result& result);

std::string_view name_of(Outcome outcome);

/// 2026-01-15T09:00:00Z, now.
std::string utc_now();

}  // namespace conformance
