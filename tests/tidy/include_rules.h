#pragma once

#include "tests/tidy/tree.h"

namespace tidy {

/// Includes of our own rooms only point down the floors; tests are exempt.
Breaches upward_includes(const std::string& path, std::string_view text);

/// Generated headers, SQLite and libxml2 are each known to one place; tests are exempt.
Breaches foreign_includes(const std::string& path, std::string_view text);

/// Our own headers are included by their path from the root.
Breaches unrooted_includes(const std::string& path, std::string_view text);

/// Headers start with `#pragma once`.
Breaches unguarded_headers(const std::string& path, std::string_view text);

}  // namespace tidy
