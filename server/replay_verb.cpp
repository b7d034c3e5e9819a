#include "server/replay_verb.h"

#include <boost/system/system_error.hpp>
#include <fstream>
#include <iostream>
#include <sstream>

#include "server/client/replay.h"

namespace emulator {
namespace {

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  if (!file) throw BadRecording("it cannot be read");
  return text.str();
}

}  // namespace

ExitCode replay_recording(const Options& options) {
  try {
    const auto exchanges = recorded_exchanges(content_of(options.replay_file));
    const ReplayCount count = replay(exchanges, options.replay, std::cout);
    std::cout << count.alike << " alike, " << count.different << " different, " << count.skipped
              << " left out\n";
    return count.different == 0 && count.alike > 0 ? ExitCode::fine : ExitCode::failed;
  } catch (const BadRecording& error) {
    std::cerr << "nsemu: " << options.replay_file << ": " << error.what() << "\n";
    return ExitCode::usage;
  } catch (const boost::system::system_error& error) {
    std::cerr << "nsemu: " << options.replay.target
              << " does not answer: " << error.code().message() << "\n";
    return ExitCode::target_unreachable;
  }
}

}  // namespace emulator
