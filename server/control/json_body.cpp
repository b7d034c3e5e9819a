#include "server/control/json_body.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <cmath>
#include <cstdint>
#include <string>

#include "server/control/problem.h"

namespace emulator {

boost::json::object object_of(std::string_view body,
                              std::initializer_list<std::string_view> known) {
  if (body.empty()) return {};
  boost::system::error_code failure;
  const boost::json::value value = boost::json::parse({body.data(), body.size()}, failure);
  if (failure) throw Problem{400, "", "the body is not JSON: " + failure.message()};
  if (!value.is_object()) throw Problem{400, "", "the body is not a JSON object"};
  for (const auto& member : value.as_object()) {
    const std::string_view key(member.key().data(), member.key().size());
    if (std::ranges::find(known, key) != known.end()) continue;
    std::string names;
    for (const std::string_view name : known) {
      names += (names.empty() ? "" : ", ") + std::string(name);
    }
    throw Problem{400, std::string(key),
                  names.empty() ? "no members are known" : "known members are " + names};
  }
  return value.as_object();
}

double number_of(const boost::json::value& given, const std::string& field, double most) {
  boost::system::error_code failure;
  const double number = given.to_number<double>(failure);
  if (failure || !(number >= 0 && number <= most)) {
    throw Problem{400, field, field + " is a number, 0 to " + std::to_string(std::llround(most))};
  }
  return number;
}

boost::json::value number_json(double number) {
  const bool is_whole = number == std::floor(number) && std::abs(number) < 1e15;
  return is_whole ? boost::json::value(static_cast<std::int64_t>(number))
                  : boost::json::value(number);
}

}  // namespace emulator
