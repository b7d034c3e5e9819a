#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace emulator {

/// The time zone of a call, as its header TimeZone names it: dates of the store are in the base
/// time zone, which is UTC here, those of the call in the caller's. Cheap to copy; any number of
/// threads may use one. A-TIME-ZONE.
///
/// The null date and the open end (store/records.h) stand for "none" and are never converted, and
/// a conversion that leaves the years 1 to 9999 ends at one of them.
///
/// The rules of the zones are those of the machine's ICU.
class TimeZone {
 public:
  /// UTC.
  TimeZone() = default;

  /// SoTimeZoneId and SoTimeZoneLocationCode of the header. An id that is known decides; else the
  /// code, in any case of its letters; neither (0, and absent or empty) is UTC. Empty when that
  /// says nothing: other ids alone, other codes, countries of several zones.
  ///
  /// Known ids are those of the documentation's list of time zones. A code is `UTC`, an ISO 3166
  /// country that has one zone, or of time_zone_table.h.
  static std::optional<TimeZone> of(int id, const std::optional<std::string>& code);

  /// From the form of the store, `2026-11-24T11:04:34` in UTC, to the same form in this zone.
  /// Anything else comes back as it is.
  std::string to_local(const std::string& stored) const;

  /// From an xs:dateTime to the form of the store. Fractions of seconds are dropped; with `Z` or an
  /// offset it is that moment, else a time in this zone. Empty when it is no xs:dateTime, or one
  /// that .NET cannot read: a year that is not of four digits, 24:00:00.
  ///
  /// A time that comes twice, when clocks go back, is the second: standard time, as .NET takes it.
  /// One that is skipped, when clocks go forward, is what a clock that nobody moved would show:
  /// 02:30 is 03:30. (.NET refuses it, and what NetServer does is not known.)
  std::optional<std::string> to_stored(std::string_view wire) const;

 private:
  struct Rules;
  explicit TimeZone(std::shared_ptr<const Rules> rules) : rules_(std::move(rules)) {}
  static std::optional<TimeZone> of_code(std::string_view code);

  std::shared_ptr<const Rules> rules_;  ///< Null: UTC.
};

}  // namespace emulator
