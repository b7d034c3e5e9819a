#pragma once

#include <string_view>

#include "tests/tidy/tree.h"

namespace tidy {

/// The top level holds its rooms and nothing else; hidden files are not looked at.
Breaches wrong_top_level(const Tree& tree);

/// No folder whose name says nothing, and names in snake_case.
Breaches wrong_names(const std::string& path);

/// Every source has a test of the same name, every test a source.
Breaches missing_mirrors(const Tree& tree);

/// gSOAP owns `struct soap`.
Breaches soap_namespaces(const std::string& path, std::string_view text);

/// No place that exists on one machine only, and no document from outside of the project.
Breaches outside_references(const std::string& path, std::string_view text);

}  // namespace tidy
