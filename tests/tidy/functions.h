#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace tidy {

/// A function of C++, from the first line of its head to its closing brace.
struct Function {
  std::size_t first_line = 0;
  std::size_t last_line = 0;
};

/// The functions in clang-formatted code, test cases among them. What stands inside a function,
/// such as a lambda, counts as part of it.
std::vector<Function> functions_of(std::string_view code);

}  // namespace tidy
