#include "tests/tidy/size_rules.h"

#include <algorithm>

#include "tests/tidy/functions.h"

namespace tidy {
namespace {

std::string too_many(std::size_t count, const std::string& what, std::size_t most) {
  return std::to_string(count) + " " + what + ", at most " + std::to_string(most);
}

/// In UTF-8 every code point has one byte that is no continuation.
std::size_t columns_of(std::string_view line) {
  return static_cast<std::size_t>(
      std::ranges::count_if(line, [](unsigned char c) { return (c & 0xC0U) != 0x80U; }));
}

}  // namespace

Breaches long_files(const std::string& path, const File& file) {
  if (!is_code(path, file)) return {};
  const auto most = path == "CMakeLists.txt" ? root_cmake_lines_max : file_lines_max;
  const auto count = lines_of(file.text).size();
  if (count <= most) return {};
  return {{path, 0, too_many(count, "lines", most)}};
}

Breaches wide_lines(const std::string& path, const File& file) {
  Breaches found;
  if (!is_code(path, file)) return found;
  std::size_t number = 0;
  for (const auto line : lines_of(file.text)) {
    ++number;
    const auto columns = columns_of(line);
    if (columns > columns_max) {
      found.push_back({path, number, too_many(columns, "columns", columns_max)});
    }
  }
  return found;
}

Breaches long_functions(const std::string& path, const File& file) {
  Breaches found;
  if (!is_cpp(path)) return found;
  for (const auto& function : functions_of(file.text)) {
    const auto count = function.last_line - function.first_line + 1;
    if (count <= function_lines_max) continue;
    found.push_back(
        {path, function.first_line, too_many(count, "lines in a function", function_lines_max)});
  }
  return found;
}

}  // namespace tidy
