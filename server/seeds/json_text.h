#pragma once

#include <boost/json/value.hpp>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/seeds/seed_problems.h"

namespace emulator {

/// `$.users` and `role`: `$.users.role`; what is no plain name is put in brackets and quotes.
std::string member_path(const std::string& path, std::string_view name);
/// `$.users` and 3: `$.users[3]`.
std::string item_path(const std::string& path, std::size_t index);

/// A JSON text and where in it each value stands, which Boost.JSON does not tell.
class JsonText {
 public:
  /// A byte order mark is passed over. Throws SeedFileError, with the one problem, for a text that
  /// is no JSON; `file` is what it calls the text.
  JsonText(const std::string& file, const std::string& text);

  const boost::json::value& root() const { return root_; }
  /// The byte at which a value begins, the last one where a member is there twice. A path without
  /// a value: that of the nearest value around it.
  std::size_t offset_of(std::string path) const;
  TextPlace place_at(std::size_t offset) const;
  /// Paths of members that are there more than once; the last one is the value.
  const std::vector<std::string>& repeated() const { return repeated_; }

 private:
  std::string text_;
  boost::json::value root_;
  std::map<std::string, std::size_t> offsets_;
  std::vector<std::string> repeated_;
};

}  // namespace emulator
