#pragma once

#include <map>
#include <string>
#include <vector>

#include "server/client/replay.h"
#include "server/domain/settings.h"
#include "server/option_sources.h"
#include "server/upstream/upstream.h"

namespace emulator {

/// How the program ends; the README promises these numbers.
enum class ExitCode {
  fine = 0,
  failed = 1,
  usage = 2,
  cannot_bind = 3,
  cannot_open_data = 4,
  target_unreachable = 5
};

/// What the program is asked to do. The flags --help, --version and --print-config are verbs here,
/// and come before the verb that was named.
enum class Verb { serve, healthcheck, wsdl, seed, replay, diff, print_config, version, help };

struct Options {
  Verb verb = Verb::serve;
  Settings settings;
  /// Where each setting's value comes from, by flag: `flag`, `environment`, `file FILE`, `default`.
  std::map<std::string, std::string> origins;
  std::vector<std::string> warnings;  ///< To be logged once the log is set up.
  std::string health_url;             ///< Base of the server that healthcheck asks.
  bool fail_on_breach = false;        ///< It asks how clients kept to the contract, too.
  std::string wsdl_version = "Services86";
  std::string wsdl_service = "User";  ///< User or SoPrincipal.
  std::string replay_file;            ///< The recording that the verb replay sends.
  ReplaySettings replay;
  UpstreamSettings diff;  ///< The server that the verb diff compares with.
  std::string seed_file;  ///< What the verb seed checks; empty: it shows the schema.
};

/// `argv` with the program's name first, as main gets it. Flags win over the environment, the
/// environment over the file named by --config or NSEMU_CONFIG, the file over the defaults; every
/// value that is given is checked. Throws UsageError.
Options parse_options(int argc, const char* const* argv, const Environment& environment);

/// Verbs, flags with defaults, the rules of precedence and the exit codes; ends with a newline.
std::string help_text();

/// `flag = value  # origin`, one setting a line, as a file for --config; tokens are blanked.
std::string print_config(const Options& options);

}  // namespace emulator
