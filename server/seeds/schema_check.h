#pragma once

#include <boost/json/value.hpp>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace emulator {

/// Told a path and what is wrong with the value there.
using TellProblem = std::function<void(const std::string& path, const std::string& reason)>;

/// Holds a value, which is at `path`, against a JSON Schema of draft 2020-12. `root` is the whole
/// schema, with the definitions that `schema` refers to. Knows the words that seed.schema.json
/// uses; throws std::logic_error at others.
void check_against_schema(const boost::json::value& value, const std::string& path,
                          const boost::json::object& schema, const boost::json::object& root,
                          const TellProblem& tell);

/// The number where the value is one without a fraction, such as 3 or 3.0; else nothing. One that
/// is out of range becomes the end of the range.
std::optional<std::int64_t> whole_number(const boost::json::value& value);

}  // namespace emulator
