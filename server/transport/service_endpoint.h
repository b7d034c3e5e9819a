#pragma once

#include <boost/asio/awaitable.hpp>
#include <optional>
#include <string_view>

#include "server/gate/gate.h"
#include "server/transport/http.h"
#include "server/transport/request_target.h"
#include "server/upstream/upstream.h"

namespace emulator {

/// A `.svc` address: SOAP by POST, the WSDL and a help page by GET.
class ServiceEndpoint {
 public:
  /// @param upstream a server that gets each message, too; null: there is none
  explicit ServiceEndpoint(Gate& gate, Upstream* upstream = nullptr)
      : gate_(gate), upstream_(upstream) {}

  HttpAnswer answer(const HttpRequest& request, const RequestTarget& target,
                    const ServicePath& path, const Peer& peer);

 private:
  /// What we make of a message. Without `gate` it did not come to that.
  struct Ours {
    GateRequest call;
    std::optional<GateAnswer> gate;
    HttpAnswer response;
  };

  HttpAnswer answer_message(const HttpRequest& request, const ServicePath& path, Service service);
  boost::asio::awaitable<HttpAnswer> answer_with_upstream(const HttpRequest& request,
                                                          ServicePath path, Service service);
  Ours ours_for(const HttpRequest& request, std::string_view body, const ServicePath& path,
                Service service);
  void note(const HttpRequest& request, const Ours& ours, const HttpResponse& given,
            const std::optional<UpstreamOutcome>& upstream = std::nullopt);

  Gate& gate_;
  Upstream* const upstream_;
};

}  // namespace emulator
