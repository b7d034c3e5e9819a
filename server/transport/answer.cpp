#include "server/transport/answer.h"

#include <spdlog/fmt/chrono.h>
#include <spdlog/fmt/fmt.h>

#include <boost/beast/http/rfc7230.hpp>

namespace emulator {

namespace http = boost::beast::http;

HttpResponse plain_answer(http::status status, std::string_view text) {
  HttpResponse answer;
  answer.result(status);
  answer.set(http::field::content_type, "text/plain; charset=utf-8");
  answer.body() = fmt::format("{} {}: {}\n", answer.result_int(),
                              std::string_view(http::obsolete_reason(status)), text);
  return answer;
}

static const std::string& date_now() {
  thread_local std::chrono::sys_seconds made_for{};
  thread_local std::string text;
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  if (text.empty() || now != made_for) {
    text = http_date(now);
    made_for = now;
  }
  return text;
}

void complete(HttpResponse& answer, unsigned version, bool keep_alive) {
  answer.version(version);
  answer.erase(http::field::transfer_encoding);
  if (keep_alive) {
    answer.keep_alive(true);
  } else {
    answer.set(http::field::connection, "close");
  }
  if (answer.result() == http::status::no_content ||
      answer.result() == http::status::not_modified) {
    answer.body().clear();
    answer.content_length(boost::none);
  } else {
    answer.content_length(answer.body().size());
  }
  if (answer.count(http::field::date) == 0) answer.set(http::field::date, date_now());
}

bool asks_to_close(const HttpResponse& answer) {
  return http::token_list{answer[http::field::connection]}.exists("close");
}

std::string http_date(std::chrono::sys_seconds moment) {
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(moment)));
}

}  // namespace emulator
