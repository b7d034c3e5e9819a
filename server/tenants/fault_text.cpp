#include "server/tenants/fault_text.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "server/domain/fault_catalogue.h"

namespace emulator {
namespace {

constexpr std::array<std::pair<std::string_view, DisturbanceKind>, 10> kinds{{
    {"exception", DisturbanceKind::exception},
    {"fault", DisturbanceKind::fault},
    {"status", DisturbanceKind::status},
    {"hang", DisturbanceKind::hang},
    {"delay", DisturbanceKind::delay},
    {"reset", DisturbanceKind::reset},
    {"empty", DisturbanceKind::empty},
    {"truncate", DisturbanceKind::truncate},
    {"garble", DisturbanceKind::garble},
    {"content-type", DisturbanceKind::content_type},
}};

std::optional<double> number_of(std::string_view text, double most) {
  double value = 0;
  const auto [end, failure] =
      std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
  const bool is_number = failure == std::errc() && end == text.data() + text.size();
  const bool is_in_range = value >= 0 && value <= most;  // `nan` is a number that is not.
  return is_number && is_in_range ? std::optional(value) : std::nullopt;
}

// The kinds that go without anything after the colon.
bool is_plain(DisturbanceKind kind) {
  using enum DisturbanceKind;
  return kind == hang || kind == reset || kind == empty || kind == truncate || kind == garble;
}

bool take_detail(Disturbance& disturbance, std::string_view detail) {
  switch (disturbance.kind) {
    case DisturbanceKind::exception:
      disturbance.error = detail;
      return std::ranges::find(fault_catalogue(), detail, &FaultEntry::id) !=
             fault_catalogue().end();
    case DisturbanceKind::fault:
      disturbance.message = detail;
      return !detail.empty();
    case DisturbanceKind::status: {
      const auto status = number_of(detail, 599);
      disturbance.status = int(status.value_or(0));
      return disturbance.status >= 200 && disturbance.status == status;
    }
    case DisturbanceKind::delay: {
      const auto delay = delay_of_text(detail);
      if (delay) disturbance.delay = *delay;
      return delay.has_value();
    }
    case DisturbanceKind::content_type:
      disturbance.content_type = detail;
      return !detail.empty() &&
             std::ranges::all_of(detail, [](char c) { return c >= ' ' && c <= '~'; });
    default:
      return false;
  }
}

}  // namespace

std::optional<Disturbance> disturbance_of_text(std::string_view text) {
  const auto colon = text.find(':');
  const auto kind = disturbance_kind_of(text.substr(0, colon));
  if (!kind) return std::nullopt;
  Disturbance disturbance;
  disturbance.kind = *kind;
  const bool has_detail = colon != std::string_view::npos;
  const bool is_good = has_detail ? take_detail(disturbance, text.substr(colon + 1))
                                  : is_plain(*kind) || *kind == DisturbanceKind::status ||
                                        *kind == DisturbanceKind::content_type;
  return is_good ? std::optional(disturbance) : std::nullopt;
}

std::optional<DelayRange> delay_of_text(std::string_view text) {
  constexpr double hour = 3'600'000;
  constexpr double sigma_max = 10;
  DelayRange range;
  const auto sign = text.find_first_of("-~");
  const auto first = number_of(text.substr(0, sign), hour);
  if (!first) return std::nullopt;
  range.first = *first;
  if (sign == std::string_view::npos) return range;
  const bool is_uniform = text[sign] == '-';
  range.shape = is_uniform ? DelayRange::Shape::uniform : DelayRange::Shape::lognormal;
  const auto second = number_of(text.substr(sign + 1), is_uniform ? hour : sigma_max);
  if (!second || (is_uniform && *second < *first)) return std::nullopt;
  range.second = *second;
  return range;
}

std::string_view name_of(DisturbanceKind kind) {
  return std::ranges::find(kinds, kind, &decltype(kinds)::value_type::second)->first;
}

std::optional<DisturbanceKind> disturbance_kind_of(std::string_view name) {
  const auto found = std::ranges::find(kinds, name, &decltype(kinds)::value_type::first);
  return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace emulator
