#pragma once

#include <iosfwd>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace conformance {

/// The arguments are wrong; its text is a line for stderr.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct Options {
  enum class Verb { run, list, compare, help };
  Verb verb = Verb::run;

  /// With what comes before `/User.svc`, without a slash at its end.
  std::string url;
  std::string user;
  std::string password;
  std::string application_token;
  /// In place of user and password.
  std::string ticket;
  bool read_only = false;
  /// Shell patterns of case names; none for all.
  std::vector<std::string> only;
  /// A person without a user, for external users of the run; 0: the run makes one.
  int person = 0;
  /// The company for the run's own persons; 0: that of the caller.
  int contact = 0;
  std::string ca_file;

  std::string junit;
  std::string markdown;
  std::string record;

  /// Of `compare`.
  std::string first;
  std::string second;
};

/// \throws UsageError.
Options parse_options(int count, const char* const* arguments);

/// The text of --help.
std::string help_text();

}  // namespace conformance
