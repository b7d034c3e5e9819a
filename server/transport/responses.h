#pragma once

#include <string>
#include <string_view>

#include "server/control/problem.h"
#include "server/envelope/answer_writer.h"
#include "server/transport/http.h"

namespace emulator {

HttpResponse http_answer(boost::beast::http::status status, const std::string& content_type,
                         std::string body);

HttpResponse to_http(const SoapAnswer& answer);

/// By its content type: how a fault goes out when nobody has read the message.
SoapVersion soap_version_of(const HttpRequest& request);

/// As application/problem+json (RFC 9457).
HttpResponse problem_answer(const Problem& problem);

/// Of a request that goes no further than the transport: a problem where its target begins with
/// `/__admin`, else plain text.
HttpResponse refusal_answer(boost::beast::http::status status, const std::string& reason,
                            std::string_view target);

HttpResponse method_not_allowed(const std::string& allowed);

}  // namespace emulator
