#pragma once

#include <boost/beast/http/status.hpp>
#include <chrono>
#include <string>
#include <string_view>

#include "server/transport/http.h"

namespace emulator {

/// A short answer in plain text, for people and scripts that took a wrong turn.
HttpResponse plain_answer(boost::beast::http::status status, std::string_view text);

/// Sets what HTTP asks for around a handler's answer: version, Connection, Content-Length, Date.
/// 204 and 304 lose their body and length (RFC 9110 6.4.1 and 8.6).
/// @param version 10 or 11, as the caller's.
void complete(HttpResponse& answer, unsigned version, bool keep_alive);

/// The handler wants the connection closed after this answer.
bool asks_to_close(const HttpResponse& answer);

/// `Tue, 24 Nov 2026 11:04:34 GMT` (RFC 9110 5.6.7).
std::string http_date(std::chrono::sys_seconds moment);

}  // namespace emulator
