#pragma once

#include <string>
#include <string_view>

namespace emulator {

/// libxml2 makes its table of types on first use, and not in a way that two threads may. To be
/// called before anything of XML Schema; is_readable() does it itself.
void make_built_in_types();

/// Whether a text is a value of an XSD built-in such as `int` or `dateTime`, blanks around it
/// allowed. False for an unknown type.
bool is_readable(std::string_view built_in, const std::string& text);

/// The .NET type that goes with it, for WCF's error texts: `int` is `Int32`.
std::string dotnet_type(std::string_view built_in);

}  // namespace emulator
