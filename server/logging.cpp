#include "server/logging.h"

#include <fmt/chrono.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <unicode/unistr.h>

#include <array>
#include <boost/json/serialize.hpp>
#include <chrono>
#include <iterator>
#include <string_view>
#include <utility>

namespace emulator {
namespace {

// spdlog's own names say `warning`; these are the words that --log-level takes.
constexpr std::array<std::string_view, spdlog::level::n_levels> level_names{
    "trace", "debug", "info", "warn", "error", "critical", "off"};

std::string valid_utf8(const spdlog::string_view_t& text) {
  std::string result;
  icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())})
      .toUTF8String(result);
  return result;
}

std::string without_control_characters(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
      fmt::format_to(std::back_inserter(result), "\\x{:02x}", static_cast<unsigned>(c));
    } else {
      result += c;
    }
  }
  return result;
}

class LineFormatter : public spdlog::formatter {
 public:
  explicit LineFormatter(bool json) : json_(json) {}

  void format(const spdlog::details::log_msg& message, spdlog::memory_buf_t& line) override {
    const auto time = std::chrono::floor<std::chrono::milliseconds>(message.time);
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    const auto stamp = fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z",
                                   fmt::gmtime(std::chrono::system_clock::to_time_t(seconds)),
                                   (time - seconds).count());
    const auto level = level_names.at(static_cast<std::size_t>(message.level));
    const auto text = valid_utf8(message.payload);
    if (json_) {
      fmt::format_to(std::back_inserter(line), R"({{"time":"{}","level":"{}","message":{}}})",
                     stamp, level, boost::json::serialize(boost::json::string_view(text)));
    } else {
      fmt::format_to(std::back_inserter(line), "{} {} {}", stamp, level,
                     without_control_characters(text));
    }
    line.push_back('\n');
  }

  std::unique_ptr<spdlog::formatter> clone() const override {
    return std::make_unique<LineFormatter>(json_);
  }

 private:
  bool json_;
};

}  // namespace

std::unique_ptr<spdlog::formatter> make_log_formatter(const std::string& format) {
  return std::make_unique<LineFormatter>(format == "json");
}

void configure_logging(const LogSettings& settings) {
  auto logger =
      std::make_shared<spdlog::logger>("", std::make_shared<spdlog::sinks::stderr_sink_mt>());
  logger->set_formatter(make_log_formatter(settings.format));
  logger->set_level(spdlog::level::from_str(settings.level));
  spdlog::set_default_logger(std::move(logger));
}

void log_at_any_level(const std::string& line) {
  const spdlog::details::log_msg message("", spdlog::level::info, line);
  for (const auto& sink : spdlog::default_logger()->sinks()) sink->log(message);
}

}  // namespace emulator
