#pragma once

#include <string>

#include "server/transport/http.h"

namespace emulator {

HttpResponse http_answer(boost::beast::http::status status, const std::string& content_type,
                         std::string body);

HttpResponse method_not_allowed(const std::string& allowed);

}  // namespace emulator
