#pragma once

#include <chrono>

#include "server/control/admin_route.h"
#include "server/domain/settings.h"
#include "server/gate/gate.h"
#include "server/transport/http.h"
#include "server/transport/request_target.h"

namespace emulator {

/// Answers below /__admin, in JSON; what cannot be served is application/problem+json (RFC 9457).
class AdminEndpoint {
 public:
  explicit AdminEndpoint(Gate& gate, AdminSettings settings = {}, AdminHost host = {})
      : gate_(gate), settings_(std::move(settings)), host_(std::move(host)) {
    host_.has_token = !settings_.token.empty();
  }

  HttpAnswer answer(const HttpRequest& request, const RequestTarget& target, const Peer& peer);

 private:
  static void check_site(const HttpRequest& request);
  void check_host(const HttpRequest& request) const;
  void check_caller(const HttpRequest& request, const RequestTarget& target) const;
  HttpAnswer served(const HttpRequest& request, const RequestTarget& target, const Peer& peer);

  Gate& gate_;
  const AdminSettings settings_;
  AdminHost host_;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace emulator
