#include "server/healthcheck.h"

#include <boost/json.hpp>
#include <boost/system/system_error.hpp>
#include <chrono>
#include <iostream>
#include <optional>

#include "server/client/http_call.h"

namespace emulator {
namespace {

/// None: there is no answer, which is told.
std::optional<HttpReply> reply_of(const std::string& url, const std::string& path,
                                  const HttpHeaders& headers, std::chrono::seconds patience) {
  try {
    return http_call({"GET", url + path, headers}, patience);
  } catch (const boost::system::system_error& error) {
    std::cerr << "nsemu: " << url << " does not answer: " << error.code().message() << "\n";
    return std::nullopt;
  }
}

/// Null: it is no JSON, or has no such member.
boost::json::value member_of(const std::string& body, const char* name) {
  boost::system::error_code error;
  const boost::json::value json = boost::json::parse(body, error);
  const boost::json::object* object = json.if_object();
  const boost::json::value* member = object == nullptr ? nullptr : object->if_contains(name);
  return member == nullptr ? boost::json::value() : *member;
}

ExitCode tell_refusal(const std::string& address, const HttpReply& reply) {
  std::cerr << "nsemu: " << address << " answers " << reply.status;
  const boost::json::value detail = member_of(reply.body, "detail");
  if (detail.is_string()) std::cerr << ": " << detail.as_string().c_str();
  std::cerr << "\n";
  return reply.status >= 400 && reply.status < 500 ? ExitCode::usage : ExitCode::failed;
}

}  // namespace

ExitCode healthcheck(const std::string& url) {
  const auto reply = reply_of(url, "/health/ready", {}, std::chrono::seconds(3));
  if (!reply) return ExitCode::target_unreachable;
  if (reply->status == 200) return ExitCode::fine;
  std::cerr << "nsemu: " << url << "/health/ready answers " << reply->status << "\n";
  return ExitCode::failed;
}

ExitCode contract_check(const std::string& url, const std::string& token) {
  const std::string path = "/__admin/contract/report";
  HttpHeaders headers;
  if (!token.empty()) headers.emplace_back("Authorization", "Bearer " + token);
  // A report of a long session has some MiB.
  const auto reply = reply_of(url, path, headers, std::chrono::seconds(30));
  if (!reply) return ExitCode::target_unreachable;
  if (reply->status != 200) return tell_refusal(url + path, *reply);
  const boost::json::value text = member_of(reply->body, "text");
  const boost::json::value breaches = member_of(reply->body, "breaches");
  if (!text.is_string() || !breaches.is_int64()) {
    std::cerr << "nsemu: " << url << path << " answers with no report\n";
    return ExitCode::failed;
  }
  std::cout << text.as_string().c_str() << "\n";
  return breaches.as_int64() == 0 ? ExitCode::fine : ExitCode::failed;
}

}  // namespace emulator
