#include "server/domain/clock.h"

#include <doctest/doctest.h>

using namespace emulator;
using namespace std::chrono_literals;

TEST_CASE("Clock: a moment is written as the store keeps it") {
  using std::chrono::sys_days;
  CHECK(date_time_text(sys_days{2026y / 11 / 24} + 11h + 4min + 34s) == "2026-11-24T11:04:34");
  CHECK(date_time_text(sys_days{1y / 1 / 1}) == "0001-01-01T00:00:00");
  CHECK(date_time_text(sys_days{1969y / 12 / 31} + 23h + 59min + 59s) == "1969-12-31T23:59:59");
}

TEST_CASE("Clock: what is written is read back as the same moment") {
  for (const char* text :
       {"2026-01-15T09:00:00", "2024-02-29T23:59:59", "2000-02-29T00:00:00", "1970-01-01T00:00:00",
        "1753-01-01T12:30:45", "9999-12-31T23:59:59", "0001-01-01T00:00:00"}) {
    CAPTURE(text);
    const auto moment = moment_of(text);
    REQUIRE(moment.has_value());
    CHECK(date_time_text(*moment) == text);
  }
}

TEST_CASE("Clock: seconds apart in text are seconds apart in time") {
  CHECK(*moment_of("2026-03-01T00:00:00") - *moment_of("2026-02-28T23:59:58") == 2s);
  CHECK(*moment_of("2026-01-15T15:00:00") - *moment_of("2026-01-15T09:00:00") == 6h);
}

TEST_CASE("Clock: other texts are no moment") {
  for (const std::string_view text : {
           std::string_view(""),
           std::string_view("2026-01-15"),
           std::string_view("2026-01-15 09:00:00"),
           std::string_view("2026-01-15T09:00:00Z"),
           std::string_view("2026-01-15T09:00:00.000"),
           std::string_view("2026-01-15T09:00:0"),
           std::string_view("2026-1-15T09:00:000"),
           std::string_view("+026-01-15T09:00:00"),
           std::string_view(" 026-01-15T09:00:00"),
           std::string_view("2026-01-15T 9:00:00"),
           std::string_view("2026-01-15T09:-1:00"),
           std::string_view("2026-01-15T09:00:0x"),
           std::string_view("2026-01-15T09:00:0\0", 19),
           std::string_view("2026-00-15T09:00:00"),
           std::string_view("2026-13-15T09:00:00"),
           std::string_view("2026-01-00T09:00:00"),
           std::string_view("2026-04-31T09:00:00"),
           std::string_view("2025-02-29T09:00:00"),
           std::string_view("1900-02-29T09:00:00"),
           std::string_view("2026-01-15T24:00:00"),
           std::string_view("2026-01-15T09:60:00"),
           std::string_view("2026-01-15T09:00:60"),
           std::string_view("0000-01-01T00:00:00"),
           std::string_view("-001-01-01T00:00:00"),
       }) {
    CAPTURE(std::string(text));
    CHECK_FALSE(moment_of(text).has_value());
  }
}

TEST_CASE("Clock: it runs with the machine in whole seconds until it is frozen") {
  Clock clock;
  const auto before = std::chrono::system_clock::now();
  const Moment now = clock.now();
  CHECK(now > before - 1s);
  CHECK(now <= std::chrono::system_clock::now());
  const Moment then = *moment_of("2001-02-03T04:05:06");
  clock.freeze(then);
  CHECK(clock.now() == then);
  clock.freeze(then + 7h);
  CHECK(clock.now() == then + 7h);
}

TEST_CASE("Clock: one that is frozen is moved by so much, back too, and stands there") {
  Clock clock;
  CHECK_FALSE(clock.is_frozen());
  const Moment then = *moment_of("2026-01-15T09:00:00");
  clock.freeze(then);
  CHECK(clock.is_frozen());
  CHECK(clock.rate() == 0);
  clock.advance(6h);
  CHECK(clock.now() == then + 6h);
  clock.advance(-7h);
  CHECK(clock.now() == then - 1h);
  CHECK(clock.is_frozen());
}

TEST_CASE("Clock: one that was set runs on from there, at its rate") {
  const Moment then = *moment_of("2001-02-03T04:05:06");
  // 1 to a second of the machine; 30,000 to it, which shows within the loop's time.
  for (const double rate : {1.0, 0.5, 30'000.0}) {
    CAPTURE(rate);
    Clock clock;
    clock.freeze(then - 1h);
    const auto start = std::chrono::system_clock::now();
    clock.run(then, rate);
    CHECK_FALSE(clock.is_frozen());
    CHECK(clock.rate() == rate);
    Moment now = clock.now();
    CHECK(now >= then);
    while (rate > 1 && now < then + 60s) now = clock.now();
    const std::chrono::duration<double> elapsed = std::chrono::system_clock::now() - start;
    CHECK((now - then).count() <= elapsed.count() * rate);
  }
}

TEST_CASE("Clock: one that runs is moved by so much, and runs on") {
  Clock machine;
  Clock clock;
  clock.advance(6h);
  const Moment before = machine.now();
  const Moment moved = clock.now();
  CHECK(moved >= before + 6h);
  CHECK(moved <= machine.now() + 6h);
  CHECK(clock.rate() == 1);
  clock.run(before, 2);
  clock.advance(-1h);
  CHECK(clock.now() < before - 1h + 30min);
  CHECK(clock.rate() == 2);
}
