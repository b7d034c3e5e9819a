#pragma once

#include <chrono>

#include "server/gate/gate.h"
#include "server/transport/http.h"
#include "server/transport/request_target.h"

namespace emulator {

/// Answers below /__admin, in JSON; what cannot be served is application/problem+json (RFC 9457).
class AdminEndpoint {
 public:
  explicit AdminEndpoint(Gate& gate) : gate_(gate) {}

  HttpResponse answer(const HttpRequest& request, const RequestTarget& target);

 private:
  std::string facts(const std::string& name) const;

  Gate& gate_;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace emulator
