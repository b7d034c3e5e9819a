#include "server/transport/responses.h"

#include "server/envelope/content_type.h"
#include "server/transport/answer.h"

namespace emulator {

namespace http = boost::beast::http;

HttpResponse http_answer(http::status status, const std::string& content_type, std::string body) {
  HttpResponse response(status, 11);
  if (!content_type.empty()) response.set(http::field::content_type, content_type);
  response.body() = std::move(body);
  return response;
}

HttpResponse to_http(const SoapAnswer& answer) {
  HttpResponse response =
      http_answer(static_cast<http::status>(answer.status), answer.content_type, answer.body);
  if (!answer.http_reason.empty()) response.reason(answer.http_reason);
  return response;
}

SoapVersion soap_version_of(const HttpRequest& request) {
  const auto type = request[http::field::content_type];
  const bool is_1_2 =
      content_type_of({type.data(), type.size()}).media_type == "application/soap+xml";
  return is_1_2 ? SoapVersion::v1_2 : SoapVersion::v1_1;
}

HttpResponse method_not_allowed(const std::string& allowed) {
  HttpResponse response =
      plain_answer(http::status::method_not_allowed, "This address answers " + allowed + ".");
  response.set(http::field::allow, allowed);
  return response;
}

}  // namespace emulator
