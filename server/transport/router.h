#pragma once

#include <atomic>
#include <chrono>

#include "server/transport/http.h"
#include "server/transport/service_endpoint.h"

namespace emulator {

/// From the path to who answers it.
class Router {
 public:
  explicit Router(Gate& gate) : gate_(gate), service_(gate) {}

  /// For any thread.
  HttpResponse answer(const HttpRequest& request, const Peer& peer);

  /// What `/health/ready` says from now on.
  void set_ready(bool ready) { ready_ = ready; }

 private:
  HttpResponse answer_health(const RequestTarget& target);
  HttpResponse answer_admin(const RequestTarget& target);

  Gate& gate_;
  ServiceEndpoint service_;
  std::atomic<bool> ready_ = false;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace emulator
