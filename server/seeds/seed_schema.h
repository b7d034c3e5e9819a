#pragma once

#include <boost/json/object.hpp>
#include <string_view>

namespace emulator {

/// seed.schema.json, as it stands in the repository.
std::string_view seed_schema_text();

/// The same, read.
const boost::json::object& seed_schema();

}  // namespace emulator
