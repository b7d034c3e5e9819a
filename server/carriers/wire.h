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

/// A date of the store as the call's time zone has it. Not for Created, Updated and other columns
/// of type UtcDateTime, which are UTC in every call (documented).
std::string date_to_wire(const SoapContext& context, const std::string& stored);

/// The reverse, for an xs:dateTime of a request. An absent one, which is empty, is the null date:
/// .NET's default value. Throws std::invalid_argument for a text that is_readable refuses.
std::string date_from_wire(const SoapContext& context, const std::string& wire);

}  // namespace emulator
