#include "server/logging.h"

#include <doctest/doctest.h>
#include <spdlog/spdlog.h>

#include <boost/json/parse.hpp>
#include <chrono>
#include <vector>

namespace emulator {
namespace {

std::string formatted(const std::string& format, spdlog::level::level_enum level,
                      const std::string& text) {
  const auto time = spdlog::log_clock::time_point(std::chrono::milliseconds(1768467600042));
  const spdlog::details::log_msg message(time, {}, "", level, text);
  spdlog::memory_buf_t line;
  make_log_formatter(format)->format(message, line);
  return {line.data(), line.size()};
}

TEST_CASE("Logging: a text line has time, level and text") {
  CHECK(formatted("text", spdlog::level::info, "ready http=127.0.0.1:8086") ==
        "2026-01-15T09:00:00.042Z info ready http=127.0.0.1:8086\n");
}

TEST_CASE("Logging: a json line has the same as members") {
  CHECK(formatted("json", spdlog::level::err, "a") ==
        "{\"time\":\"2026-01-15T09:00:00.042Z\",\"level\":\"error\",\"message\":\"a\"}\n");
}

TEST_CASE("Logging: levels have the names that --log-level takes") {
  for (const auto* name : {"trace", "debug", "info", "warn", "error"}) {
    const auto line = formatted("text", spdlog::level::from_str(name), "");
    CHECK(line == std::string("2026-01-15T09:00:00.042Z ") + name + " \n");
  }
}

TEST_CASE("Logging: a message cannot forge a second line") {
  CHECK(formatted("text", spdlog::level::info, "a\r\nb\x1b[1m\x7f") ==
        "2026-01-15T09:00:00.042Z info a\\x0d\\x0ab\\x1b[1m\\x7f\n");
}

TEST_CASE("Logging: any message is valid json, and comes back whole") {
  struct Case {
    std::string text, expected;
  };
  const std::vector<Case> cases{{"quote \" backslash \\", "quote \" backslash \\"},
                                {"line\nend\t\x01", "line\nend\t\x01"},
                                {std::string("nul\0!", 5), std::string("nul\0!", 5)},
                                {"blåbær €", "blåbær €"},
                                {"bad \xff\xc3", "bad \xEF\xBF\xBD\xEF\xBF\xBD"}};
  for (const auto& one : cases) {
    const auto line = formatted("json", spdlog::level::info, one.text);
    CHECK(line.find('\n') == line.size() - 1);
    const auto value = boost::json::parse(boost::json::string_view(line.data(), line.size() - 1));
    CHECK(std::string(value.at("message").as_string()) == one.expected);
  }
}

TEST_CASE("Logging: a copied formatter keeps its form") {
  const spdlog::details::log_msg message({}, "", spdlog::level::info, "a");
  spdlog::memory_buf_t line;
  make_log_formatter("json")->clone()->format(message, line);
  CHECK(line.data()[0] == '{');
}

TEST_CASE("Logging: the default logger follows the level and writes to one place") {
  const auto before = spdlog::default_logger();
  configure_logging({"warn", "text"});
  CHECK(spdlog::default_logger()->level() == spdlog::level::warn);
  CHECK(spdlog::default_logger()->sinks().size() == 1);
  configure_logging({"off", "json"});
  CHECK_FALSE(spdlog::should_log(spdlog::level::critical));
  spdlog::set_default_logger(before);
}

}  // namespace
}  // namespace emulator
