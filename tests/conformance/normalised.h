#pragma once

#include <set>
#include <string>
#include <vector>

#include "tests/conformance/http.h"

namespace conformance {

/// What makes one run's answers differ from another's.
struct Volatile {
  std::string prefix;
  std::set<int> ids;
};

/// An answer as lines `Body/GetUserResponse/Response/Name = 'ADM0'`, one a text, nil or empty
/// element, after `HTTP 200` and `Content-Type = ...`. Names and ids of the run are `{run}` and
/// `{id}`; tickets, passwords, secrets, ranks, phone numbers, dates that are set by a call, and
/// stack traces are `{their name}`. A body that is no XML is one line.
std::string normalised(const HttpAnswer& answer, const Volatile& differing);

/// The body as it came, but for tickets, passwords and secrets, which are `***`.
std::string without_secrets(const HttpAnswer& answer);
/// Each of the secrets, wherever it stands, becomes `***`.
std::string without(std::string text, const std::vector<std::string>& secrets);

}  // namespace conformance
