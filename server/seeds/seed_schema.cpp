#include "server/seeds/seed_schema.h"

#include <boost/json/parse.hpp>

namespace emulator {
namespace {

// Written by the build.
constexpr std::string_view text =
#include "seed_schema.inc"
    ;

}  // namespace

std::string_view seed_schema_text() { return text; }

const boost::json::object& seed_schema() {
  static const boost::json::object schema =
      boost::json::parse({text.data(), text.size()}).as_object();
  return schema;
}

}  // namespace emulator
