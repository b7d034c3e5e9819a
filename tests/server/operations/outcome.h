#pragma once

#include <string>

#include "tests/support/reply.h"

namespace emulator::testing {

/// The outcome in one line: `ok`, or the type of the exception without its namespace, and the
/// argument that it names.
inline std::string outcome_of(const Reply& reply) {
  if (reply.succeeded() == "true") return "ok";
  const std::string prefix = "SuperOffice.Exceptions.";
  std::string type = reply.exception_type();
  if (type.starts_with(prefix)) type.erase(0, prefix.size());
  const std::string argument = reply.parameter("Argument");
  return argument == "(none)" ? type : type + " " + argument;
}

}  // namespace emulator::testing
