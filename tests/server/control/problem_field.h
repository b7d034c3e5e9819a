#pragma once

#include <doctest/doctest.h>

#include <string>

#include "server/control/problem.h"

namespace emulator::testing {

/// The member that a bad request is told of; `none` when what is done throws no Problem.
std::string field_of_problem(const auto& action) {
  try {
    action();
    return "none";
  } catch (const Problem& problem) {
    CHECK(problem.status == 400);
    CHECK_FALSE(problem.detail.empty());
    return problem.field;
  }
}

}  // namespace emulator::testing
