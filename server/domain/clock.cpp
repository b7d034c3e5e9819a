#include "server/domain/clock.h"

#include <array>
#include <cstdio>

namespace emulator {

Moment Clock::now() const {
  using Seconds = std::chrono::duration<double>;
  const auto elapsed = std::chrono::system_clock::now() - base_at_;
  // Not by way of double: the machine's own time must not lose anything.
  if (rate_ == 1) return std::chrono::floor<std::chrono::seconds>(base_ + elapsed);
  if (rate_ == 0) return base_;
  return base_ + std::chrono::floor<std::chrono::seconds>(Seconds(elapsed) * rate_);
}

void Clock::freeze(Moment at) {
  base_ = at;
  rate_ = 0;
}

void Clock::run(Moment from, double rate) {
  base_ = from;
  base_at_ = std::chrono::system_clock::now();
  rate_ = rate;
}

void Clock::advance(std::chrono::seconds by) { base_ += by; }

std::string date_time_text(Moment moment) {
  const auto day = std::chrono::floor<std::chrono::days>(moment);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{moment - day};
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d",
                static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return text.data();
}

std::optional<Moment> moment_of(std::string_view text) {
  if (text.size() != 19) return std::nullopt;
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  const std::string whole(text);
  if (std::sscanf(whole.c_str(), "%4d-%2u-%2uT%2d:%2d:%2d", &year, &month, &day, &hour, &minute,
                  &second) != 6) {
    return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                         std::chrono::day{day}};
  const Moment moment = std::chrono::sys_days{date} + std::chrono::hours{hour} +
                        std::chrono::minutes{minute} + std::chrono::seconds{second};
  // Printing it again tells a date of its own form from a 31 April or a blank before a digit.
  if (year < 1 || !date.ok() || date_time_text(moment) != text) return std::nullopt;
  return moment;
}

}  // namespace emulator
