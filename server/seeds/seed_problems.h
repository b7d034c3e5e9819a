#pragma once

#include <cstddef>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace emulator {

/// A place in a text, both from 1; the column counts code points. Line 0: the file as a whole.
struct TextPlace {
  std::size_t line = 0;
  std::size_t column = 0;
  auto operator<=>(const TextPlace&) const = default;
};

/// Why a seed file cannot be loaded.
struct SeedProblem {
  TextPlace place{};
  std::string path{};  ///< Such as `$.users[3].role`; empty where the file is not even JSON.
  std::string reason{};
};

/// A seed file is not there or wrong; nothing of it was loaded.
class SeedFileError : public std::runtime_error {
 public:
  /// `untold`: how many more there are.
  SeedFileError(const std::string& file, const std::vector<SeedProblem>& told, std::size_t untold);

  /// One line each, `FILE:LINE:COLUMN: PATH: reason`, and one that counts what is not told.
  const std::vector<std::string>& lines() const { return lines_; }

  /// Of the first; empty where it is the file as a whole, or is not even JSON.
  const std::string& path() const { return path_; }

 private:
  std::string path_;
  std::vector<std::string> lines_;
};

class JsonText;

/// Gathers what is wrong with a seed file.
class SeedProblems {
 public:
  /// The same a second time is passed over.
  void tell(const std::string& path, const std::string& reason) { by_path_.emplace(path, reason); }
  bool empty() const { return by_path_.empty(); }
  /// Whether anything is wrong with the value at the path, or within it.
  bool are_within(const std::string& path) const;
  /// Throws them, in the order of their places; at most 20 are told.
  [[noreturn]] void raise(const std::string& file, const JsonText& text) const;

 private:
  std::set<std::pair<std::string, std::string>> by_path_;  ///< Path and reason.
};

}  // namespace emulator
