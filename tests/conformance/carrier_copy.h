#pragma once

#include <map>
#include <optional>
#include <string>

#include "tests/conformance/xml.h"

namespace conformance {

/// What members are to have in place of what came, as XML; nothing for one that is left out. Paths
/// are of local names, such as `Role/Id`, and mean all members of that path.
using Changes = std::map<std::string, std::optional<std::string>>;

/// The members of a carrier as it was answered, in that order, as Call::carrier takes them: what a
/// client sends that fetches, changes and saves. \throws Failure when a path of `changes` is not
/// there, for then nothing would be changed.
std::string copy_of(const Element& carrier, const Changes& changes = {});

}  // namespace conformance
