#include "server/domain/time_zone.h"

#include <doctest/doctest.h>

#include <string>
#include <thread>
#include <vector>

using namespace emulator;

namespace {

TimeZone zone(const std::string& code) {
  CAPTURE(code);
  const auto found = TimeZone::of(0, code);
  REQUIRE(found.has_value());
  return *found;
}

// Winter and summer of the northern half, at noon in UTC.
std::string noons(const std::optional<TimeZone>& found) {
  if (!found) return "none";
  return found->to_local("2021-01-15T12:00:00").substr(8, 8) + " " +
         found->to_local("2021-07-15T12:00:00").substr(8, 8);
}

std::string stored(const TimeZone& in, const std::string& wire) {
  return in.to_stored(wire).value_or("none");
}

}  // namespace

TEST_CASE("Time zone: a known id decides, whatever the code says") {
  struct Case {
    int id;
    std::string noons;
  };
  // The offsets are those of the documentation's list.
  for (const Case& c : {Case{1, "15T12:00 15T12:00"}, Case{36, "15T23:00 15T22:00"},
                        Case{50, "15T18:00 15T18:00"}, Case{114, "15T07:00 15T08:00"},
                        Case{140, "15T13:00 15T14:00"}, Case{156, "15T13:00 15T14:00"},
                        Case{261, "15T13:00 15T14:00"}, Case{425, "15T04:00 15T05:00"},
                        Case{433, "15T02:00 15T02:00"}, Case{460, "15T07:00 15T08:00"}}) {
    CAPTURE(c.id);
    CHECK(noons(TimeZone::of(c.id, std::nullopt)) == c.noons);
    CHECK(noons(TimeZone::of(c.id, "AU-WA")) == c.noons);
    CHECK(noons(TimeZone::of(c.id, "no such code")) == c.noons);
  }
}

TEST_CASE("Time zone: without a known id the code decides, in any case of its letters") {
  struct Case {
    std::string code, noons;
  };
  for (const Case& c : {Case{"UTC", "15T12:00 15T12:00"}, Case{"utc", "15T12:00 15T12:00"},
                        Case{"NO", "15T13:00 15T14:00"}, Case{"no", "15T13:00 15T14:00"},
                        Case{"GB", "15T12:00 15T13:00"}, Case{"IN", "15T17:30 15T17:30"},
                        Case{"NP", "15T17:45 15T17:45"}, Case{"DE", "15T13:00 15T14:00"},
                        Case{"PT", "15T12:00 15T13:00"}, Case{"NZ", "16T01:00 16T00:00"},
                        Case{"US-NY", "15T07:00 15T08:00"}, Case{"us-ny", "15T07:00 15T08:00"},
                        Case{"US-AZ", "15T05:00 15T05:00"}, Case{"us-az", "15T05:00 15T05:00"},
                        Case{"CA-NL", "15T08:30 15T09:30"}, Case{"AU-SA", "15T22:30 15T21:30"}}) {
    CAPTURE(c.code);
    CHECK(noons(TimeZone::of(0, c.code)) == c.noons);
    CHECK(noons(TimeZone::of(-1, c.code)) == c.noons);
    CHECK(noons(TimeZone::of(99999, c.code)) == c.noons);
  }
}

TEST_CASE("Time zone: neither id nor code is UTC") {
  const std::string utc = noons(TimeZone());
  CHECK(utc == "15T12:00 15T12:00");
  CHECK(noons(TimeZone::of(0, std::nullopt)) == utc);
  CHECK(noons(TimeZone::of(0, "")) == utc);
}

TEST_CASE("Time zone: what names no one zone is none") {
  for (const int id : {-1, 2, 262, 99999}) {
    CHECK_FALSE(TimeZone::of(id, std::nullopt).has_value());
    CHECK_FALSE(TimeZone::of(id, "").has_value());
  }
  for (const std::string code :
       {"US",  "CA",          "AU",          "BR",    "RU",     "XX",       "ZZ",  "EU",
        "001", "N",           "NOR",         "US-",   "US-XX",  "US_NY",    "-NY", " NO",
        "NO ", "Europe/Oslo", "Etc/Unknown", "GMT+1", "+01:00", "N\xC3\x98"}) {
    CAPTURE(code);
    CHECK_FALSE(TimeZone::of(0, code).has_value());
    CHECK_FALSE(TimeZone::of(99999, code).has_value());
  }
}

TEST_CASE("Time zone: to the caller and back, in winter, in summer and where they meet") {
  struct Case {
    std::string code, stored, local;
  };
  for (const Case& c : {Case{"NO", "2018-12-24T11:34:45", "2018-12-24T12:34:45"},
                        Case{"NO", "2021-06-30T22:00:00", "2021-07-01T00:00:00"},
                        Case{"NO", "2021-03-28T00:59:59", "2021-03-28T01:59:59"},
                        Case{"NO", "2021-03-28T01:00:00", "2021-03-28T03:00:00"},
                        Case{"NO", "2021-10-30T23:59:59", "2021-10-31T01:59:59"},
                        Case{"NO", "2021-10-31T01:00:00", "2021-10-31T02:00:00"},
                        Case{"US-NY", "2018-12-24T17:34:45", "2018-12-24T12:34:45"},
                        Case{"US-NY", "2022-01-01T00:00:00", "2021-12-31T19:00:00"},
                        Case{"US-NY", "2024-03-01T03:00:00", "2024-02-29T22:00:00"},
                        Case{"US-NY", "2021-03-14T06:59:59", "2021-03-14T01:59:59"},
                        Case{"US-NY", "2021-03-14T07:00:00", "2021-03-14T03:00:00"},
                        Case{"US-NY", "2900-07-01T12:00:00", "2900-07-01T08:00:00"},
                        Case{"AU-NSW", "2021-01-01T00:00:00", "2021-01-01T11:00:00"},
                        Case{"UTC", "2021-07-01T12:00:00", "2021-07-01T12:00:00"}}) {
    CAPTURE(c.code);
    CAPTURE(c.stored);
    CHECK(zone(c.code).to_local(c.stored) == c.local);
    CHECK(stored(zone(c.code), c.local) == c.stored);
  }
}

TEST_CASE("Time zone: a time that comes twice is standard time, one that is skipped goes on") {
  CHECK(zone("NO").to_local("2021-10-31T00:30:00") == "2021-10-31T02:30:00");
  CHECK(zone("NO").to_local("2021-10-31T01:30:00") == "2021-10-31T02:30:00");
  CHECK(stored(zone("NO"), "2021-10-31T02:30:00") == "2021-10-31T01:30:00");
  CHECK(stored(zone("NO"), "2021-10-31T02:00:00") == "2021-10-31T01:00:00");
  CHECK(stored(zone("NO"), "2021-10-31T02:59:59") == "2021-10-31T01:59:59");
  CHECK(stored(zone("US-NY"), "2021-11-07T01:30:00") == "2021-11-07T06:30:00");
  CHECK(stored(zone("IE"), "2021-10-31T01:30:00") == "2021-10-31T01:30:00");
  // Here the standard time itself went back by half an hour.
  CHECK(stored(zone("VE"), "2007-12-09T02:45:00") == "2007-12-09T07:15:00");
  for (const std::string clock : {"02:00:00", "02:30:00", "02:59:59"}) {
    const std::string once = stored(zone("NO"), "2021-03-28T" + clock);
    CHECK(once == "2021-03-28T01" + clock.substr(2));
    CHECK(zone("NO").to_local(once) == "2021-03-28T03" + clock.substr(2));
  }
}

TEST_CASE("Time zone: Z and offsets are absolute, fractions of seconds are dropped") {
  struct Case {
    std::string wire, stored;
  };
  for (const std::string code : {"UTC", "NO", "US-NY"}) {
    for (const Case& c : {Case{"2018-12-24T12:34:45Z", "2018-12-24T12:34:45"},
                          Case{"2018-12-24T12:34:45+00:00", "2018-12-24T12:34:45"},
                          Case{"2018-12-24T12:34:45-00:00", "2018-12-24T12:34:45"},
                          Case{"2018-12-24T12:34:45+01:00", "2018-12-24T11:34:45"},
                          Case{"2018-12-24T12:34:45-05:00", "2018-12-24T17:34:45"},
                          Case{"2018-12-24T12:34:45+05:45", "2018-12-24T06:49:45"},
                          Case{"2018-12-31T23:00:00-14:00", "2019-01-01T13:00:00"},
                          Case{"2018-12-24T12:34:45.9Z", "2018-12-24T12:34:45"},
                          Case{"2018-12-24T12:34:45.1234567+01:00", "2018-12-24T11:34:45"},
                          Case{"\t 2018-12-24T12:34:45Z\r\n", "2018-12-24T12:34:45"},
                          Case{"2021-03-28T02:30:00Z", "2021-03-28T02:30:00"}}) {
      CAPTURE(c.wire);
      CHECK(stored(zone(code), c.wire) == c.stored);
    }
  }
  CHECK(stored(zone("NO"), " 2018-12-24T12:34:45.999 ") == "2018-12-24T11:34:45");
  CHECK(stored(TimeZone(), "2018-12-24T12:34:45." + std::string(1000000, '9')) ==
        "2018-12-24T12:34:45");
}

TEST_CASE("Time zone: the null date and the open end are never converted") {
  const std::string null_date = "0001-01-01T00:00:00";
  const std::string open_end = "9999-12-31T23:59:59";
  for (const std::string code : {"UTC", "NO", "US-NY", "NZ"}) {
    for (const std::string& date : {null_date, open_end}) {
      CHECK(zone(code).to_local(date) == date);
      for (const std::string end : {"", "Z", "+01:00", "-05:00", ".9999999", ".9999999-08:00"}) {
        CAPTURE(end);
        CHECK(stored(zone(code), date + end) == date);
      }
    }
  }
}

TEST_CASE("Time zone: a conversion ends at the first and the last second that there is") {
  CHECK(zone("US-NY").to_local("0001-01-01T00:00:01") == "0001-01-01T00:00:00");
  CHECK(zone("NO").to_local("9999-12-31T23:00:00") == "9999-12-31T23:59:59");
  CHECK(zone("NO").to_local("9999-12-31T22:59:58") == "9999-12-31T23:59:58");
  CHECK(stored(zone("NO"), "0001-01-01T00:00:01") == "0001-01-01T00:00:00");
  CHECK(stored(zone("US-NY"), "9999-12-31T19:00:00") == "9999-12-31T23:59:59");
  CHECK(stored(TimeZone(), "0001-01-01T00:59:59+01:00") == "0001-01-01T00:00:00");
  CHECK(stored(TimeZone(), "9999-12-31T23:00:00-14:00") == "9999-12-31T23:59:59");
  CHECK(stored(TimeZone(), "9999-12-31T23:00:00-00:30") == "9999-12-31T23:30:00");
}

TEST_CASE("Time zone: what is no date is none, and comes back from the store as it is") {
  for (const std::string text : {"",
                                 " ",
                                 "Z",
                                 "x",
                                 "+01:00",
                                 "2021-01-01",
                                 "2021-01-01T00:00",
                                 "2021-01-01 00:00:00",
                                 "2021-02-29T00:00:00",
                                 "2021-01-01T24:00:00",
                                 "2021-01-01T00:00:60",
                                 "0000-01-01T00:00:00",
                                 "-0001-01-01T00:00:00",
                                 "12345-01-01T00:00:00",
                                 "2021-01-01T00:00:00.",
                                 "2021-01-01T00:00:00.Z",
                                 "2021-01-01T00:00:00.1.2",
                                 "2021-01-01T00:00:00.x",
                                 "2021-01-01T00:00:00z",
                                 "2021-01-01T00:00:00ZZ",
                                 "2021-01-01T00:00:00+0100",
                                 "2021-01-01T00:00:00+1:00",
                                 "2021-01-01T00:00:00+24:00",
                                 "2021-01-01T00:00:00+01:60",
                                 "2021-01-01T00:00:00 Z",
                                 "2021-01-01T00:00:00Z+01:00",
                                 "2021-01-01T00:00:00\xC2\xA0"}) {
    CAPTURE(text);
    CHECK(stored(TimeZone(), text) == "none");
    CHECK(stored(zone("NO"), text) == "none");
    CHECK(zone("NO").to_local(text) == text);
    CHECK(TimeZone().to_local(text) == text);
  }
}

TEST_CASE("Time zone: hours of a year come back as they were, but for the one that comes twice") {
  for (const std::string code : {"NO", "US-NY", "US-HI", "CA-NL", "AU-NSW", "IN"}) {
    const TimeZone there = zone(code);
    std::vector<std::string> changed;
    for (int day = 1; day <= 31; ++day) {
      for (const std::string month : {"01", "03", "04", "07", "10", "12"}) {
        if (month == "04" && day == 31) continue;
        for (int hour = 0; hour < 24; ++hour) {
          const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
          const std::string date = "2022-" + month + "-" + two(day) + "T" + two(hour) + ":15:00";
          if (stored(there, there.to_local(date)) != date) changed.push_back(date);
        }
      }
    }
    CAPTURE(code);
    if (code == "NO") {
      CHECK(changed == std::vector<std::string>{"2022-10-30T00:15:00"});
    } else if (code == "AU-NSW") {
      CHECK(changed == std::vector<std::string>{"2022-04-02T15:15:00"});
    } else {
      CHECK(changed.empty());  // New York and Newfoundland change in November.
    }
  }
}

TEST_CASE("Time zone: a copy outlives its original, and threads share one") {
  TimeZone copy;
  {
    const TimeZone original = zone("NO");
    copy = original;
  }
  std::vector<std::string> results(4);
  {
    std::vector<std::jthread> threads;
    threads.reserve(results.size());
    for (std::string& result : results) {
      threads.emplace_back([&result, copy] {
        for (int i = 0; i < 500; ++i) {
          result = copy.to_local("2021-07-15T12:00:00") + *copy.to_stored("2021-01-15T12:00:00") +
                   noons(TimeZone::of(0, "SE"));
        }
      });
    }
  }
  for (const std::string& result : results) {
    CHECK(result == "2021-07-15T14:00:002021-01-15T11:00:0015T13:00 15T14:00");
  }
}
