#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace conformance {

class Session;

/// Where what a case expects is known from. `platform` is .NET's WCF, on which the services are
/// built; `inferred` is our guess, and then the case names its assumption.
enum class Source { document, wsdl, platform, inferred };

std::string_view name_of(Source source);

/// Whose answer is known not to be the expected one. The emulator's is so where it is lenient
/// (`--contract lenient`, its default).
enum class FailsOn { nothing, real, emulator };

struct Facts {
  Source source = Source::document;
  /// Changes something at the target: left out with --read-only.
  bool writes = false;
  /// The caller must be allowed to manage users and roles: left out when it is not.
  bool needs_rights = false;
  /// Its id, as in the emulator's `GET /__admin/assumptions`; empty for what is known.
  std::string_view assumption = {};
  FailsOn fails_on = FailsOn::nothing;
};

struct Case {
  std::string operation;
  std::string claim;
  Facts facts;
  std::function<void(Session&)> run;

  /// `GetUser: an unknown id is nil`.
  std::string name() const { return operation + ": " + claim; }
  /// Such as `writes, assumption A-NAME`.
  std::string tags() const;
};

/// All of the program, in order of operation; cases of one operation stay in theirs.
const std::vector<Case>& all_cases();

/// Adds a case when the program starts.
struct Registered {
  Registered(std::string_view operation, std::string_view claim, Facts facts,
             void (*run)(Session&));
};

/// Whether the name is one of the shell patterns (case of letters aside), or there are none.
bool is_wanted(const Case& one, const std::vector<std::string>& patterns);

}  // namespace conformance

#define CONFORMANCE_JOINED(a, b) a##b
#define CONFORMANCE_NAMED(a, b) CONFORMANCE_JOINED(a, b)
/// CONFORMANCE_CASE("GetUser", "an unknown id is nil", .source = Source::inferred, ...) { body }
/// The members of Facts are in their order; the body has `session`.
#define CONFORMANCE_CASE(operation, claim, ...)                                  \
  static void CONFORMANCE_NAMED(case_, __LINE__)(Session & session);             \
  static const Registered CONFORMANCE_NAMED(registered_, __LINE__)(              \
      operation, claim, Facts{__VA_ARGS__}, CONFORMANCE_NAMED(case_, __LINE__)); \
  static void CONFORMANCE_NAMED(case_, __LINE__)([[maybe_unused]] Session & session)
