#include "server/transport/responses.h"

#include "server/transport/answer.h"

namespace emulator {

namespace http = boost::beast::http;

HttpResponse http_answer(http::status status, const std::string& content_type, std::string body) {
  HttpResponse response(status, 11);
  if (!content_type.empty()) response.set(http::field::content_type, content_type);
  response.body() = std::move(body);
  return response;
}

HttpResponse method_not_allowed(const std::string& allowed) {
  HttpResponse response =
      plain_answer(http::status::method_not_allowed, "This address answers " + allowed + ".");
  response.set(http::field::allow, allowed);
  return response;
}

}  // namespace emulator
