#include "server/domain/time_zone.h"

#include <unicode/basictz.h>
#include <unicode/strenum.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <stdexcept>
#include <vector>

#include "server/domain/clock.h"
#include "server/domain/time_zone_table.h"
#include "store/records.h"

namespace emulator {
namespace {

using std::chrono::seconds;

// Those that the documentation shows of a list that goes to 460 at least.
constexpr struct {
  int id;
  std::string_view code;
} known_ids[] = {{1, "UTC"},  {36, "AU-ACT"}, {50, "BD"},     {114, "CA-QC"}, {140, "DK"},
                 {156, "FR"}, {261, "NO"},    {425, "US-CA"}, {433, "US-HI"}, {460, "US-NY"}};

void require(UErrorCode status) {
  if (U_FAILURE(status)) {
    throw std::runtime_error(std::string("ICU's time zones: ") + u_errorName(status));
  }
}

using ZoneOfCountry = std::map<std::string, std::string, std::less<>>;

ZoneOfCountry countries_of_one_zone() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> ids(icu::TimeZone::createTimeZoneIDEnumeration(
      UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
  require(status);
  std::map<std::string, std::vector<std::string>> zones;
  while (const icu::UnicodeString* id = ids->snext(status)) {
    char country[8] = {};
    icu::TimeZone::getRegion(*id, country, sizeof country, status);
    id->toUTF8String(zones[country].emplace_back());
  }
  require(status);
  ZoneOfCountry result;
  for (const auto& [country, list] : zones) {
    if (list.size() == 1) result.emplace(country, list.front());
  }
  return result;
}

// Empty when the code is none.
std::string_view zone_of(std::string_view code) {
  const auto rows = time_zone_table();
  const auto row = std::ranges::find(rows, code, &TimeZoneRow::code);
  if (row != rows.end()) return row->zone;
  // Some 10 ms to make; a look-up of one country by ICU is 0.2 ms.
  static const ZoneOfCountry countries = countries_of_one_zone();
  const auto country = countries.find(code);
  return country == countries.end() ? std::string_view() : country->second;
}

std::string upper_case(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

std::string within_limits(Moment moment) {
  if (moment < *moment_of(store::null_date)) return std::string(store::null_date);
  if (moment > *moment_of(store::open_end)) return std::string(store::open_end);
  return date_time_text(moment);
}

bool is_never_converted(std::string_view text) {
  return text == store::null_date || text == store::open_end;
}

std::string_view without_blanks(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = text.find_first_not_of(blanks);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

// Takes `Z` or `+hh:mm` off the end. East of Greenwich is positive; none is local time.
std::optional<seconds> take_offset(std::string_view& text) {
  if (text.ends_with('Z')) {
    text.remove_suffix(1);
    return seconds(0);
  }
  if (text.size() < 6) return std::nullopt;
  const std::string_view end = text.substr(text.size() - 6);
  if (end[0] != '+' && end[0] != '-') return std::nullopt;
  const auto clock = moment_of("2000-01-01T" + std::string(end.substr(1)) + ":00");
  if (!clock) return std::nullopt;
  text.remove_suffix(6);
  const seconds offset = *clock - *moment_of("2000-01-01T00:00:00");
  return end[0] == '+' ? offset : -offset;
}

void take_fraction(std::string_view& text) {
  const auto dot = text.find('.');
  if (dot == text.npos || dot + 1 == text.size()) return;
  if (text.find_first_not_of("0123456789", dot + 1) == text.npos) text = text.substr(0, dot);
}

double icu_time(Moment moment) {
  return 1000.0 * static_cast<double>(moment.time_since_epoch().count());
}

}  // namespace

struct TimeZone::Rules {
  std::unique_ptr<icu::BasicTimeZone> zone;

  seconds offset_at(Moment moment) const {
    return offset([&](auto&... parts) { zone->getOffset(icu_time(moment), false, parts...); });
  }
  seconds offset_at_local(Moment local) const {
    return offset([&](auto&... parts) {
      zone->getOffsetFromLocal(icu_time(local), UCAL_TZ_LOCAL_FORMER, UCAL_TZ_LOCAL_STANDARD_LATTER,
                               parts...);
    });
  }

 private:
  template <class Get>
  static seconds offset(Get get) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t raw = 0;
    int32_t daylight = 0;
    get(raw, daylight, status);
    require(status);
    return std::chrono::floor<seconds>(std::chrono::milliseconds(raw + daylight));
  }
};

std::optional<TimeZone> TimeZone::of_code(std::string_view code) {
  if (code == "UTC") return TimeZone();
  const std::string_view id = zone_of(code);
  if (id.empty()) return std::nullopt;
  std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(
      icu::UnicodeString::fromUTF8({id.data(), static_cast<int>(id.size())})));
  // For an id that it does not have ICU makes a zone all the same.
  if (dynamic_cast<icu::BasicTimeZone*>(zone.get()) == nullptr ||
      *zone == icu::TimeZone::getUnknown()) {
    return std::nullopt;
  }
  auto rules = std::make_shared<Rules>();
  rules->zone.reset(static_cast<icu::BasicTimeZone*>(zone.release()));
  return TimeZone(std::move(rules));
}

std::optional<TimeZone> TimeZone::of(int id, const std::optional<std::string>& code) {
  for (const auto& known : known_ids) {
    if (known.id == id) return of_code(known.code);
  }
  if (code && !code->empty()) return of_code(upper_case(*code));
  if (id == 0) return TimeZone();
  return std::nullopt;
}

std::string TimeZone::to_local(const std::string& stored) const {
  if (rules_ == nullptr || is_never_converted(stored)) return stored;
  const auto moment = moment_of(stored);
  return moment ? within_limits(*moment + rules_->offset_at(*moment)) : stored;
}

std::optional<std::string> TimeZone::to_stored(std::string_view wire) const {
  std::string_view text = without_blanks(wire);
  const auto offset = take_offset(text);
  take_fraction(text);
  const auto moment = moment_of(text);
  if (!moment) return std::nullopt;
  if (is_never_converted(text)) return std::string(text);
  if (offset) return within_limits(*moment - *offset);
  return within_limits(rules_ ? *moment - rules_->offset_at_local(*moment) : *moment);
}

}  // namespace emulator
