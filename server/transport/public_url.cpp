#include "server/transport/public_url.h"

#include <boost/algorithm/string/trim.hpp>

namespace emulator {
namespace {

// The first of a list: the proxy nearest to the caller.
std::string forwarded(const HttpRequest& request, const char* name) {
  const auto value = request[name];
  const std::string text(value.data(), value.size());
  return boost::algorithm::trim_copy(text.substr(0, text.find(',')));
}

bool has_port(const std::string& host) {
  const std::size_t colon = host.rfind(':');
  return colon != std::string::npos && host.find(']', colon) == std::string::npos;
}

}  // namespace

std::string public_base_url(const std::string& configured, const HttpRequest& request,
                            const RequestTarget& target, const Peer& peer) {
  if (!configured.empty()) {
    return boost::algorithm::trim_right_copy_if(configured, [](char c) { return c == '/'; });
  }
  std::string scheme = forwarded(request, "X-Forwarded-Proto");
  if (scheme != "http" && scheme != "https") scheme = peer.secure ? "https" : "http";
  std::string host = forwarded(request, "X-Forwarded-Host");
  if (host.empty()) {
    const auto own = request[boost::beast::http::field::host];
    host = own.empty() ? target.authority : std::string(own.data(), own.size());
  }
  if (host.empty()) host = "localhost";
  const std::string port = forwarded(request, "X-Forwarded-Port");
  const bool is_usual = port == (scheme == "https" ? "443" : "80");
  if (!port.empty() && !is_usual && !has_port(host)) host += ":" + port;
  return scheme + "://" + host + forwarded(request, "X-Forwarded-Prefix");
}

}  // namespace emulator
