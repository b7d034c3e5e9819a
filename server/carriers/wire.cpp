#include "server/carriers/wire.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

#include "store/records.h"

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

std::string date_to_wire(const SoapContext& context, const std::string& stored) {
  return context.time_zone().to_local(stored);
}

std::string date_from_wire(const SoapContext& context, const std::string& wire) {
  if (wire.empty()) return std::string(store::null_date);
  const auto stored = context.time_zone().to_stored(wire);
  if (!stored) throw std::invalid_argument("the envelope has let pass a date that is none");
  return *stored;
}

}  // namespace emulator
