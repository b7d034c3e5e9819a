#pragma once

#include <string>
#include <string_view>

#include "tests/conformance/session.h"

namespace conformance {

/// A Type that nobody else uses; the caller's secrets of it are removed after the case.
std::string own_secrets(Session& session);
/// The members of UntrustedCredentials that are no dates.
std::string secret(std::string_view secret_value, std::string_view public_value,
                   std::string_view comment = {});
Call save_secret(std::string_view type, std::string_view members);
Call remove_secret(std::string_view type, std::string_view public_value);
/// Those of the caller.
Answer secrets(Session& session, std::string_view type);

}  // namespace conformance
