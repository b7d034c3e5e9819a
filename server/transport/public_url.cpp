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

bool is_slash(char c) { return c == '/'; }

// `/crm`, however the proxy writes it: `crm` and `/crm/` too, and `/` for none.
std::string forwarded_prefix(const HttpRequest& request) {
  const std::string path =
      boost::algorithm::trim_copy_if(forwarded(request, "X-Forwarded-Prefix"), is_slash);
  return path.empty() ? path : "/" + path;
}

}  // namespace

std::string public_base_url(const std::string& configured, const HttpRequest& request,
                            const RequestTarget& target, const Peer& peer) {
  if (!configured.empty()) {
    return boost::algorithm::trim_right_copy_if(configured, is_slash);
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
  return scheme + "://" + host + forwarded_prefix(request);
}

std::string own_base_url(const std::string& bind, std::uint16_t port) {
  std::string host = bind;
  // A server that listens on every address is asked on this machine's own.
  if (host == "0.0.0.0" || host == "::") host = "localhost";
  if (host.find(':') != std::string::npos) host = "[" + host + "]";
  return "http://" + host + ":" + std::to_string(port);
}

}  // namespace emulator
