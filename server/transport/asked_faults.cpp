#include "server/transport/asked_faults.h"

#include "server/domain/utf8_text.h"
#include "server/tenants/fault_text.h"

namespace emulator {

std::string_view header_text(const HttpRequest& request, std::string_view name) {
  const auto value = request[boost::beast::string_view(name.data(), name.size())];
  return {value.data(), value.size()};
}

std::optional<Disturbance> asked_disturbance(const HttpRequest& request) {
  const std::string_view fault = header_text(request, "X-Emulator-Fault");
  const std::string_view delay = header_text(request, "X-Emulator-Delay");
  if (fault.empty() && delay.empty()) return std::nullopt;
  Disturbance disturbance;
  if (!fault.empty()) {
    const auto read = disturbance_of_text(utf8_text(fault));
    if (!read) {
      throw BadFaultHeader(
          "X-Emulator-Fault is one of exception:ID (of /__admin/errors), fault:TEXT, status:503, "
          "hang, delay:200, reset, empty, truncate, garble, content-type:text/html");
    }
    disturbance = *read;
  }
  if (!delay.empty()) {
    const auto read = delay_of_text(delay);
    if (!read) {
      throw BadFaultHeader(
          "X-Emulator-Delay is milliseconds: 200, or 100-300 (uniform), or 200~0.5 (lognormal: "
          "median and sigma); at most an hour");
    }
    disturbance.delay = *read;
  }
  return disturbance;
}

Delivery delivery_of(const GateAnswer& answer) {
  Delivery delivery;
  delivery.delay = answer.delay;
  if (!answer.disturbance) return delivery;
  switch (answer.disturbance->kind) {
    case DisturbanceKind::hang:
      delivery.manner = Delivery::Manner::hang;
      break;
    case DisturbanceKind::reset:
      delivery.manner = Delivery::Manner::reset;
      break;
    case DisturbanceKind::truncate:
      delivery.manner = Delivery::Manner::truncate;
      break;
    default:
      break;
  }
  return delivery;
}

}  // namespace emulator
