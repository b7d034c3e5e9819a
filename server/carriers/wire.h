#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/envelope/soap_context.h"

namespace emulator {

/// A string that the answer owns. An empty one is written as an empty element, not as nil: a real
/// answer shows `<EMailAddress/>`.
std::string* to_wire(SoapContext& context, std::string_view text);

/// Null and empty are the same to most operations.
inline std::string text_of(const std::string* wire) {
  return wire == nullptr ? std::string() : *wire;
}

arr__ArrayOfstring* to_wire(SoapContext& context, const std::vector<std::string>& texts);
arr__ArrayOfint* to_wire(SoapContext& context, const std::vector<int>& numbers);

/// Ranks are 16 bits on the wire and more in the store; out of range they stay at the end of it.
short to_short(int number);

}  // namespace emulator
