#include "tests/tidy/tree.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace tidy {
namespace {

namespace fs = std::filesystem;

bool is_foreign(const fs::path& folder) {
  constexpr std::array names{".git", ".build", "__pycache__", "node_modules"};
  return std::ranges::find(names, folder.filename()) != names.end() ||
         fs::exists(folder / "CMakeCache.txt");
}

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

Tree read_tree(const fs::path& root) {
  Tree tree;
  for (auto entry = fs::recursive_directory_iterator(root); entry != fs::end(entry); ++entry) {
    if (entry->is_directory()) {
      if (is_foreign(entry->path())) entry.disable_recursion_pending();
    } else if (entry->is_regular_file()) {
      const auto permissions = entry->status().permissions();
      tree[entry->path().lexically_relative(root).generic_string()] = {
          read(entry->path()), (permissions & fs::perms::owner_exec) != fs::perms::none};
    }
  }
  return tree;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return lines;
}

bool is_cpp(std::string_view path) { return path.ends_with(".h") || path.ends_with(".cpp"); }

bool is_shell_script(std::string_view path, const File& file) {
  if (path.ends_with(".sh")) return true;
  const auto first = std::string_view(file.text).substr(0, file.text.find('\n'));
  return first.starts_with("#!") && (first.ends_with("sh") || first.find("sh ") != first.npos);
}

bool is_code(std::string_view path, const File& file) {
  constexpr std::array<std::string_view, 5> endings{".cmake", ".py", ".sh", ".sql",
                                                    "CMakeLists.txt"};
  return is_cpp(path) || file.text.starts_with("#!") ||
         std::ranges::any_of(endings, [&](auto ending) { return path.ends_with(ending); });
}

std::string folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return std::string(slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash));
}

std::string name_of(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

}  // namespace tidy
