#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <initializer_list>
#include <string>
#include <string_view>

namespace emulator {

/// The object that a body is; an empty body is an empty object. Throws Problem, also for members
/// that are not among `known`.
boost::json::object object_of(std::string_view body, std::initializer_list<std::string_view> known);

/// The number that a member is, 0 to `most`. Throws Problem, which names `field`.
double number_of(const boost::json::value& given, const std::string& field, double most);
/// The same the other way round: whole numbers as such, not as 3E0.
boost::json::value number_json(double number);

}  // namespace emulator
