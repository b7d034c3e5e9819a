#include "server/carriers/wire.h"

#include <doctest/doctest.h>

#include <climits>
#include <stdexcept>

#include "server/envelope/readable_value.h"

using namespace emulator;

TEST_CASE("Wire: an empty text is an empty string, not null") {
  SoapContext context;
  REQUIRE(to_wire(context, "") != nullptr);
  CHECK(*to_wire(context, "") == "");
  CHECK(*to_wire(context, "Øre") == "Øre");
}

TEST_CASE("Wire: null reads as empty") {
  SoapContext context;
  CHECK(text_of(nullptr) == "");
  CHECK(text_of(to_wire(context, "")) == "");
  CHECK(text_of(to_wire(context, " x ")) == " x ");
}

TEST_CASE("Wire: lists keep their order") {
  SoapContext context;
  CHECK(to_wire(context, std::vector<int>{3, 1, 2})->int_ == std::vector<int>{3, 1, 2});
  CHECK(to_wire(context, std::vector<std::string>{"b", "a"})->string ==
        std::vector<std::string>{"b", "a"});
  CHECK(to_wire(context, std::vector<int>())->int_.empty());
}

TEST_CASE("Wire: ranks beyond 16 bits stay at the end of them") {
  struct Case {
    int number;
    short wire;
  };
  for (const Case& c :
       {Case{0, 0}, Case{-1, -1}, Case{32767, 32767}, Case{32768, 32767}, Case{-32768, -32768},
        Case{-32769, -32768}, Case{INT_MAX, 32767}, Case{INT_MIN, -32768}}) {
    CHECK(to_short(c.number) == c.wire);
  }
}

TEST_CASE("Wire: dates are in the time zone of the call, both ways") {
  struct Case {
    int zone;
    std::string winter, summer;
  };
  SoapContext context;
  for (const Case& c : {Case{0, "2021-01-15T12:00:00", "2021-07-15T12:00:00"},
                        Case{261, "2021-01-15T13:00:00", "2021-07-15T14:00:00"},
                        Case{460, "2021-01-15T07:00:00", "2021-07-15T08:00:00"}}) {
    CAPTURE(c.zone);
    context.set_time_zone(TimeZone::of(c.zone, std::nullopt).value());
    CHECK(date_to_wire(context, "2021-01-15T12:00:00") == c.winter);
    CHECK(date_to_wire(context, "2021-07-15T12:00:00") == c.summer);
    CHECK(date_from_wire(context, c.winter) == "2021-01-15T12:00:00");
    CHECK(date_from_wire(context, c.summer) == "2021-07-15T12:00:00");
    CHECK(date_from_wire(context, "2021-07-15T12:00:00Z") == "2021-07-15T12:00:00");
  }
}

TEST_CASE("Wire: an absent date is the null date, which no zone converts") {
  SoapContext context;
  for (const int zone : {0, 261, 460}) {
    context.set_time_zone(TimeZone::of(zone, std::nullopt).value());
    CHECK(date_from_wire(context, "") == "0001-01-01T00:00:00");
    CHECK(date_from_wire(context, "0001-01-01T00:00:00") == "0001-01-01T00:00:00");
    CHECK(date_to_wire(context, "0001-01-01T00:00:00") == "0001-01-01T00:00:00");
    CHECK(date_from_wire(context, "9999-12-31T23:59:59.9999999") == "9999-12-31T23:59:59");
    CHECK(date_to_wire(context, "9999-12-31T23:59:59") == "9999-12-31T23:59:59");
  }
}

TEST_CASE("Wire: every form of a date that the envelope lets pass is understood") {
  SoapContext context;
  for (const std::string date :
       {"2021-03-25T21:36:23", "2021-03-25T21:36:23Z", "2021-03-25T21:36:23.5",
        "2021-03-25T21:36:23.123456789012345Z", "2021-03-25T21:36:23+14:00",
        "2021-03-25T21:36:23-14:00", "2021-03-25T21:36:23-00:00", " 2021-03-25T21:36:23 ",
        "\n\t2021-03-25T21:36:23+05:45\r\n", "2024-02-29T00:00:00.000", "0001-01-01T00:00:00Z"}) {
    CAPTURE(date);
    CHECK(is_readable("dateTime", date));
    CHECK_NOTHROW(date_from_wire(context, date));
  }
  for (const std::string none : {"yesterday", "2021-03-25", "2021-02-29T00:00:00", " "}) {
    CAPTURE(none);
    CHECK_FALSE(is_readable("dateTime", none));
    CHECK_THROWS_AS(date_from_wire(context, none), std::invalid_argument);
  }
}
