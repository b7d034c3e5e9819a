#pragma once

#include <string_view>

#include "tests/tidy/tree.h"

namespace tidy {

/// Shell scripts are executable and have a first line that says by what.
Breaches unrunnable_scripts(const std::string& path, const File& file);

/// Shell scripts are understood by bash; runs `bash -n`.
Breaches broken_scripts(const std::string& path, const File& file);

/// `docker/packages`: a name and run, build or test; these columns in this order; sorted; once
/// only.
Breaches untidy_packages(const std::string& path, std::string_view text);

/// The README names each option, as `--name`.
Breaches unexplained_options(std::string_view readme, const std::vector<std::string>& options);

}  // namespace tidy
