#pragma once

#include <functional>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace emulator {

/// The caller must change the command line, the environment or the file: exit code 2. The text is
/// one line and fit to be shown.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Variables by name.
using Environment = std::map<std::string, std::string>;

/// The variables of this process whose names start with `NSEMU_`.
Environment process_environment();

/// A value as it was given.
struct GivenValue {
  std::string text;
  std::string place;  ///< For messages, such as `conf line 3`.
};

/// What one source gives, by option; each name is in the option table. An option that is given
/// again replaces the earlier value, a repeatable one is joined to it with a comma.
using GivenValues = std::map<std::string, GivenValue>;

struct CommandLine {
  GivenValues values;
  std::vector<std::string> words;  ///< What is no flag: the verb and its arguments.
  std::optional<std::string> config;
  std::optional<std::string> url;
  std::optional<std::string> check;
  /// The flags of the verbs replay and diff, without dashes; --ignore given again is joined by
  /// commas.
  std::map<std::string, std::string> of_verb;
  bool help = false;
  bool version = false;
  bool print_config = false;
  bool schema = false;
  bool fail_on_breach = false;
};

/// `arguments` without the program's name. Throws UsageError, which names the nearest flag.
CommandLine read_command_line(const std::vector<std::string>& arguments);

/// Variables that are empty count as not set. Unknown `NSEMU_` names only add a warning.
GivenValues read_environment(const Environment& environment, std::vector<std::string>& warnings);

/// Lines `flag = value`; `#` at the start of a line or after white space opens a comment; an empty
/// value counts as not given. Throws UsageError with file and line.
GivenValues read_config_file(const std::string& path);

/// The flags with and without a value, as the help shows them, by group.
std::string describe_flags();

}  // namespace emulator
