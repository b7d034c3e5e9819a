#pragma once

#include <string>

#include "server/envelope/answer_writer.h"
#include "server/transport/http.h"

namespace emulator {

HttpResponse http_answer(boost::beast::http::status status, const std::string& content_type,
                         std::string body);

HttpResponse to_http(const SoapAnswer& answer);

/// By its content type: how a fault goes out when nobody has read the message.
SoapVersion soap_version_of(const HttpRequest& request);

HttpResponse method_not_allowed(const std::string& allowed);

}  // namespace emulator
