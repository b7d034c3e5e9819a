#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace emulator {

/// A request to some server, by plain HTTP.
struct HttpCall {
  std::string method = "GET";
  std::string url;  ///< Absolute, http only.
  std::vector<std::pair<std::string, std::string>> headers = {};
  std::string body = {};
};

struct HttpReply {
  unsigned status = 0;
  std::string body;
};

/// Connects, asks, reads the whole answer and closes. Throws boost::system::system_error when there
/// is none within `patience`, which each step has anew.
HttpReply http_call(const HttpCall& call, std::chrono::milliseconds patience);

}  // namespace emulator
