#pragma once

#include <atomic>

#include "server/transport/admin_endpoint.h"
#include "server/transport/http.h"
#include "server/transport/service_endpoint.h"

namespace emulator {

/// From the path to who answers it.
class Router {
 public:
  /// @param upstream a server that gets each message, too; null: there is none
  explicit Router(Gate& gate, const AdminSettings& admin = {}, AdminHost host = {},
                  Upstream* upstream = nullptr)
      : service_(gate, upstream), admin_(gate, admin, std::move(host)), has_page_(admin.enabled) {}

  /// For any thread.
  HttpAnswer answer(const HttpRequest& request, const Peer& peer);

  /// What `/health/ready` says from now on.
  void set_ready(bool ready) { ready_ = ready; }

 private:
  HttpResponse answer_health(const RequestTarget& target);

  ServiceEndpoint service_;
  AdminEndpoint admin_;
  const bool has_page_;
  std::atomic<bool> ready_ = false;
};

}  // namespace emulator
