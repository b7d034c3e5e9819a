#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/settings.h"

namespace emulator {

/// One setting that has a flag, an environment variable and a line in the configuration file.
struct OptionSpec {
  std::string group;       ///< Its heading in the help.
  std::string name;        ///< Long flag without dashes, such as `port-file`.
  std::string value_name;  ///< Stands for the value in the help, such as `FILE`.
  std::string help;        ///< What it does, without the default.
  std::string allowed;     ///< The values, as a message names them.
  /// Stores the value; false when it is not allowed, then nothing is stored.
  std::function<bool(Settings&, const std::string&)> set;
  /// The value in the form that `set` takes, secrets blanked; "" for none.
  std::function<std::string(const Settings&)> show;
  std::string when_empty = "none";  ///< What the value "" means, as the help names that default.
  bool repeatable = false;          ///< Values given several times are joined with commas.
  bool secret = false;              ///< Messages never show its value.
  std::string alone;                ///< Its value where the flag has none; empty: it needs one.
};

/// All settings, in the order of the help.
const std::vector<OptionSpec>& option_table();

/// Null when there is none of that name.
const OptionSpec* find_option(std::string_view name);

/// `NSEMU_PORT_FILE` for `port-file`.
std::string environment_name(std::string_view option);

}  // namespace emulator
