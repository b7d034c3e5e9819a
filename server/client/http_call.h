#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/ssl/context.hpp>
#include <chrono>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace emulator {

/// Names in their order; one can be there more than once.
using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

/// A request to some server.
struct HttpCall {
  std::string method = "GET";
  std::string url;  ///< Absolute, http or https.
  HttpHeaders headers = {};
  std::string body = {};
};

struct HttpReply {
  unsigned status = 0;
  std::string body;
  HttpHeaders headers = {};
};

/// Most bytes of an answer's body; the answers of these services have some MiB at most.
inline constexpr std::size_t reply_max = std::size_t{32} * 1024 * 1024;

/// Whom a server of https is believed to be: its certificate must come from an authority of the
/// system or of a file, and name the host. For any thread once it is made.
class Trust {
 public:
  /// @param file authorities in PEM, beside those of the system; empty: none
  /// @throws std::runtime_error there is no certificate in the file
  explicit Trust(const std::string& file = {});

  boost::asio::ssl::context& context() const { return context_; }

 private:
  mutable boost::asio::ssl::context context_;  ///< OpenSSL counts its users.
};

/// Connects, asks, reads the whole answer and closes. Throws boost::system::system_error when the
/// URL is none, or when there is no answer within `patience`. The look-up of the host's name is not
/// cut short: how long that takes is up to the system. `trust` must outlive the call.
boost::asio::awaitable<HttpReply> async_http_call(HttpCall call, std::chrono::milliseconds patience,
                                                  const Trust& trust);

/// The same for who can wait.
HttpReply http_call(const HttpCall& call, std::chrono::milliseconds patience,
                    const Trust& trust = Trust());

/// Whether a header is of one connection, and so is made anew for the next (RFC 9110 7.6.1): Host,
/// Content-Length and Accept-Encoding among them, since bodies are taken as they are.
bool is_connection_header(std::string_view name);

}  // namespace emulator
