#pragma once

#include <boost/json/object.hpp>
#include <initializer_list>
#include <string_view>

namespace emulator {

/// The object that a body is; an empty body is an empty object. Throws Problem, also for members
/// that are not among `known`.
boost::json::object object_of(std::string_view body, std::initializer_list<std::string_view> known);

}  // namespace emulator
