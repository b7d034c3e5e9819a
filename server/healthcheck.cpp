#include "server/healthcheck.h"

#include <boost/system/system_error.hpp>
#include <chrono>
#include <iostream>

#include "server/client/http_call.h"

namespace emulator {

ExitCode healthcheck(const std::string& url) {
  constexpr std::chrono::seconds patience{3};
  try {
    const unsigned status = http_call({"GET", url + "/health/ready"}, patience).status;
    if (status == 200) return ExitCode::fine;
    std::cerr << "nsemu: " << url << "/health/ready answers " << status << "\n";
    return ExitCode::failed;
  } catch (const boost::system::system_error& error) {
    std::cerr << "nsemu: " << url << " does not answer: " << error.code().message() << "\n";
    return ExitCode::target_unreachable;
  }
}

}  // namespace emulator
