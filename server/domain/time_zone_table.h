#pragma once

#include <span>
#include <string_view>

namespace emulator {

/// The IANA zone of a location code such as `US-NY`.
struct TimeZoneRow {
  std::string_view code;
  std::string_view zone;
};

/// What a code means that is not a country of one zone: states, provinces and territories of the
/// United States, Canada and Australia, and countries of several zones of which one counts as the
/// country's (CLDR's primary zones). A state of two zones has that of most of its people.
///
/// The form of these codes is documented (`US-NY`, `CA-NT`, `CA-QC`, `AU-ACT`); which others there
/// are is not. A-TIME-ZONE.
std::span<const TimeZoneRow> time_zone_table();

}  // namespace emulator
