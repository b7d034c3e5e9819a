#pragma once

#include "server/gate/gate.h"
#include "server/transport/http.h"
#include "server/transport/request_target.h"

namespace emulator {

/// A `.svc` address: SOAP by POST, the WSDL and a help page by GET.
class ServiceEndpoint {
 public:
  explicit ServiceEndpoint(Gate& gate) : gate_(gate) {}

  HttpAnswer answer(const HttpRequest& request, const RequestTarget& target,
                    const ServicePath& path, const Peer& peer);

 private:
  HttpAnswer answer_message(const HttpRequest& request, const ServicePath& path, Service service);

  Gate& gate_;
};

}  // namespace emulator
