#pragma once

#include <string_view>

#include "server/envelope/xml.h"

namespace emulator {

/// Parses a message, whatever is in it, without ever reading a file or expanding an entity.
/// Throws platform::bad_message for what is not well-formed (undefined entities, control
/// characters and invalid UTF-8 among it), has a DOCTYPE, or nests deeper than 256.
XmlDocument parse_message(std::string_view bytes);

}  // namespace emulator
