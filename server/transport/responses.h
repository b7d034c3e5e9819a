#pragma once

#include <string>

#include "server/transport/http.h"

namespace emulator {

HttpResponse http_answer(boost::beast::http::status status, const std::string& content_type,
                         std::string body);

/// For people and scripts that took a wrong turn: one line of plain text.
HttpResponse http_error(boost::beast::http::status status, std::string text);

HttpResponse method_not_allowed(const std::string& allowed);

}  // namespace emulator
