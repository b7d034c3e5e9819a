#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace tidy {

struct File {
  std::string text;
  bool executable = false;
};

/// Files by path from the root, with forward slashes.
using Tree = std::map<std::string, File>;

/// What a rule has found. Line 0 means the whole file.
struct Breach {
  std::string path;
  std::size_t line = 0;
  std::string what;

  friend bool operator==(const Breach&, const Breach&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Breach& breach) {
    return out << breach.path << ':' << breach.line << ": " << breach.what;
  }
};

using Breaches = std::vector<Breach>;

/// All files but those of git, of package managers and of build trees, wherever these lie.
Tree read_tree(const std::filesystem::path& root);

/// Without line ends.
std::vector<std::string_view> lines_of(std::string_view text);

/// C++ by its name: .h and .cpp.
bool is_cpp(std::string_view path);

/// Starts with `#!` and an interpreter that is a shell, or is called .sh.
bool is_shell_script(std::string_view path, const File& file);

/// Read and written by people as a program: C++, CMake, Python, shell, SQL.
bool is_code(std::string_view path, const File& file);

/// The folder, "" for the root.
std::string folder_of(std::string_view path);

/// The name without folder.
std::string name_of(std::string_view path);

}  // namespace tidy
