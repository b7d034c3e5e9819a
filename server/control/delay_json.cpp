#include "server/control/delay_json.h"

#include <algorithm>
#include <array>
#include <boost/json/value.hpp>
#include <string>

#include "server/control/json_body.h"
#include "server/control/problem.h"

namespace emulator {
namespace {

using boost::json::object;
using boost::json::value;
using Shape = DelayRange::Shape;

constexpr double hour = 3'600'000;
constexpr double sigma_max = 10;

struct ShapeMembers {
  std::string_view name;
  Shape shape;
  std::string_view first, second;
  double second_max;
};
constexpr std::array<ShapeMembers, 3> shapes{{
    {"fixed", Shape::fixed, "milliseconds", "", 0},
    {"uniform", Shape::uniform, "lower", "upper", hour},
    {"lognormal", Shape::lognormal, "median", "sigma", sigma_max},
}};

const value* find(const object& from, std::string_view name) {
  return from.if_contains({name.data(), name.size()});
}

const ShapeMembers& shape_of(const value& delay) {
  const value* given = delay.is_object() ? find(delay.as_object(), "distribution") : nullptr;
  const std::string name =
      given != nullptr && given->is_string() ? std::string(given->as_string()) : "";
  const auto shape = std::ranges::find(shapes, name, &ShapeMembers::name);
  if (shape != shapes.end()) return *shape;
  throw Problem{400, delay.is_object() ? "delay.distribution" : "delay",
                "delay is {\"distribution\":\"fixed\",\"milliseconds\":200}, or "
                "{\"distribution\":\"uniform\",\"lower\":100,\"upper\":300}, or "
                "{\"distribution\":\"lognormal\",\"median\":200,\"sigma\":0.5}"};
}

double delay_number(const object& delay, std::string_view name, double most) {
  const std::string field = "delay." + std::string(name);
  const value* given = find(delay, name);
  return number_of(given == nullptr ? value() : *given, field, most);
}

DelayRange distribution_of(const value& given) {
  const ShapeMembers& members = shape_of(given);
  const object& delay = given.as_object();
  for (const auto& member : delay) {
    const std::string name(member.key());
    if (name == "distribution" || name == members.first) continue;
    if (!members.second.empty() && name == members.second) continue;
    throw Problem{400, "delay." + name,
                  "a delay of distribution " + std::string(members.name) + " has no " + name};
  }
  DelayRange range{members.shape, delay_number(delay, members.first, hour), 0};
  if (!members.second.empty()) {
    range.second = delay_number(delay, members.second, members.second_max);
  }
  if (range.shape == Shape::uniform && range.second < range.first) {
    throw Problem{400, "delay.upper", "upper is at least lower"};
  }
  return range;
}

}  // namespace

std::optional<DelayRange> delay_of(const object& body) {
  const value* milliseconds = find(body, "delayMs");
  const value* distribution = find(body, "delay");
  if (milliseconds != nullptr && distribution != nullptr) {
    throw Problem{400, "delay", "a fault has delayMs or delay, not both"};
  }
  if (milliseconds != nullptr) {
    return DelayRange{Shape::fixed, number_of(*milliseconds, "delayMs", hour), 0};
  }
  if (distribution != nullptr) return distribution_of(*distribution);
  return std::nullopt;
}

void add_delay(object& json, const DelayRange& delay) {
  if (delay.shape == Shape::fixed) {
    if (delay.first > 0) json["delayMs"] = number_json(delay.first);
    return;
  }
  const auto members = std::ranges::find(shapes, delay.shape, &ShapeMembers::shape);
  json["delay"] = object{{"distribution", std::string(members->name)},
                         {std::string(members->first), number_json(delay.first)},
                         {std::string(members->second), number_json(delay.second)}};
}

}  // namespace emulator
