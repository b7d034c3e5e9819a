#include "server/carriers/wire.h"

#include <algorithm>
#include <limits>

namespace emulator {

std::string* to_wire(SoapContext& context, std::string_view text) {
  std::string* wire = soap_new_std__string(context.get());
  *wire = text;
  return wire;
}

arr__ArrayOfstring* to_wire(SoapContext& context, const std::vector<std::string>& texts) {
  arr__ArrayOfstring* wire = soap_new_arr__ArrayOfstring(context.get());
  wire->string = texts;
  return wire;
}

arr__ArrayOfint* to_wire(SoapContext& context, const std::vector<int>& numbers) {
  arr__ArrayOfint* wire = soap_new_arr__ArrayOfint(context.get());
  wire->int_ = numbers;
  return wire;
}

short to_short(int number) {
  using Limits = std::numeric_limits<short>;
  return static_cast<short>(std::clamp<int>(number, Limits::min(), Limits::max()));
}

}  // namespace emulator
