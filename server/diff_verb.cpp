#include "server/diff_verb.h"

#include <boost/system/system_error.hpp>
#include <iostream>

#include "server/logging.h"

namespace emulator {

ExitCode diff(const Options& options, const std::function<void(Upstream&)>& serve) {
  Upstream upstream(options.diff);
  try {
    upstream.reach();
  } catch (const boost::system::system_error& error) {
    std::cerr << "nsemu: " << options.diff.url << " does not answer: " << error.code().message()
              << "\n";
    return ExitCode::target_unreachable;
  }
  serve(upstream);
  for (const std::string& line : upstream.tally().report()) log_at_any_level(line);
  return upstream.tally().has_differences() ? ExitCode::failed : ExitCode::fine;
}

}  // namespace emulator
