#include "server/transport/responses.h"

#include <boost/algorithm/string/predicate.hpp>
#include <boost/json.hpp>

#include "server/domain/utf8_text.h"
#include "server/envelope/content_type.h"
#include "server/gate/secret_names.h"
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

// A detail names what the request had, and may be shown where a ticket must not be.
HttpResponse problem_answer(const Problem& problem) {
  HttpResponse answer = http_answer(static_cast<http::status>(problem.status),
                                    "application/problem+json", std::string());
  const auto title = answer.reason();
  boost::json::object body{{"type", "about:blank"},
                           {"title", std::string(title.data(), title.size())},
                           {"status", problem.status},
                           {"detail", utf8_text(without_tickets(problem.detail))}};
  if (!problem.field.empty()) body["field"] = utf8_text(without_tickets(problem.field));
  if (problem.status == 401) answer.set(http::field::www_authenticate, "Bearer");
  answer.body() = boost::json::serialize(body);
  return answer;
}

HttpResponse refusal_answer(http::status status, const std::string& reason,
                            std::string_view target) {
  constexpr std::string_view admin = "/__admin";
  if (!boost::algorithm::istarts_with(target, admin)) return plain_answer(status, reason);
  return problem_answer({static_cast<int>(status), "", reason});
}

}  // namespace emulator
