#include "server/domain/time_zone_table.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "server/domain/time_zone.h"

using namespace emulator;

TEST_CASE("Time zone table: every row makes a zone") {
  std::set<std::string> not_made;
  for (const TimeZoneRow& row : time_zone_table()) {
    const auto zone = TimeZone::of(0, std::string(row.code));
    if (!zone) not_made.insert(std::string(row.code));
  }
  CHECK(not_made == std::set<std::string>());
}

TEST_CASE("Time zone table: rows are sorted by code, in upper case, each once") {
  const auto rows = time_zone_table();
  CHECK(std::ranges::adjacent_find(rows, std::ranges::greater_equal(), &TimeZoneRow::code) ==
        rows.end());
  for (const TimeZoneRow& row : rows) {
    CAPTURE(row.code);
    CHECK(row.code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ-") == row.code.npos);
  }
}

TEST_CASE("Time zone table: all states, provinces and territories are there") {
  std::map<std::string, int> count;
  for (const TimeZoneRow& row : time_zone_table()) {
    ++count[std::string(row.code.substr(0, row.code.find('-') + 1))];
  }
  CHECK(count["US-"] == 51);
  CHECK(count["CA-"] == 13);
  CHECK(count["AU-"] == 8);
}

TEST_CASE("Time zone table: a row wins over what ICU says of a country, and means what it says") {
  struct Case {
    std::string code, winter, summer;
  };
  for (const Case& c :
       {Case{"US-AK", "03", "04"}, Case{"US-TX", "06", "07"}, Case{"US-IN", "07", "08"},
        Case{"US-ID", "05", "06"}, Case{"CA-SK", "06", "06"}, Case{"CA-BC", "04", "05"},
        Case{"AU-QLD", "22", "22"}, Case{"AU-TAS", "23", "22"}, Case{"ES", "13", "14"},
        Case{"CN", "20", "20"}, Case{"UA", "14", "15"}}) {
    CAPTURE(c.code);
    const auto zone = TimeZone::of(0, c.code);
    REQUIRE(zone.has_value());
    CHECK(zone->to_local("2021-01-15T12:00:00").substr(11, 2) == c.winter);
    CHECK(zone->to_local("2021-07-15T12:00:00").substr(11, 2) == c.summer);
  }
}
