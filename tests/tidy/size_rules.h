#pragma once

#include "tests/tidy/tree.h"

namespace tidy {

constexpr std::size_t file_lines_max = 299;
constexpr std::size_t function_lines_max = 59;
constexpr std::size_t columns_max = 100;
constexpr std::size_t root_cmake_lines_max = 99;

/// Code files are short, the root's CMakeLists.txt even more so.
Breaches long_files(const std::string& path, const File& file);

/// Lines of code are narrow, counted in code points. WSDLs, tables and texts are no code.
Breaches wide_lines(const std::string& path, const File& file);

/// Functions of C++ are short.
Breaches long_functions(const std::string& path, const File& file);

}  // namespace tidy
