#pragma once

#include <boost/beast/http/status.hpp>
#include <boost/system/error_code.hpp>
#include <cstddef>
#include <string>

#include "server/transport/http.h"

namespace emulator {

/// Bytes of a request line and its header fields together.
inline constexpr std::size_t head_limit = std::size_t{64} * 1024;

/// Thrown where a request can not be read further: it is answered with this status, and the
/// connection is closed, because where the next request would begin is not known.
struct Refusal {
  boost::beast::http::status status;
  std::string reason;  ///< For the reader of the answer's body.
};

/// What the parser found wrong. `head` is what it had read by then.
Refusal refusal_of(const boost::system::error_code& error, const HttpRequest& head);

/// For a head that is larger than head_limit: 414 when even the target did not end, else 431.
Refusal head_too_large(const HttpRequest& head);

/// Refuses a head that the parser lets pass: framing that two readers could understand differently
/// (RFC 9112 6.1 and 6.3), codings that are not read here, Host missing or given twice (RFC 9112
/// 3.2), expectations that are not met (RFC 9110 10.1.1).
/// @throws Refusal
void check_head(const HttpRequest& head);

/// The caller waits for `100 Continue` before it sends the body. HTTP/1.0 has no expectations.
bool expects_continue(const HttpRequest& head);

}  // namespace emulator
