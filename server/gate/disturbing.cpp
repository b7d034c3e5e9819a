#include "server/gate/disturbing.h"

#include "server/domain/fault.h"
#include "server/envelope/parameter_texts.h"
#include "server/tenants/fault_text.h"

namespace emulator {
namespace {

constexpr const char* asked_text = "A fault that was asked for";

std::optional<Disturbance> of_magic_text(std::string_view text) {
  if (!text.starts_with(magic_prefix)) return std::nullopt;
  return disturbance_of_text(text.substr(magic_prefix.size()));
}

std::optional<MetDisturbance> scripted(const RequestReader& reader, Tenant& tenant) {
  const std::scoped_lock lock(tenant.mutex);
  auto script = tenant.faults.take(reader.operation()->name, tenant.fault_random);
  if (!script) return std::nullopt;
  const auto delay = script->disturbance.delay.draw(tenant.fault_random);
  return MetDisturbance{std::move(script->disturbance), std::to_string(script->id), delay};
}

// By the tenant's chance, too: --random-seed is for all delays.
std::chrono::milliseconds drawn(const DelayRange& delay, Tenant* tenant) {
  if (tenant == nullptr) {
    Randomness any;
    return delay.draw(any);
  }
  const std::scoped_lock lock(tenant->mutex);
  return delay.draw(tenant->fault_random);
}

}  // namespace

std::optional<Disturbance> magic_disturbance(const RequestReader& reader) {
  if (reader.headers().ticket) {
    if (auto found = of_magic_text(*reader.headers().ticket)) return found;
  }
  // Whoever has a user with such a name in User.svc means just that.
  if (reader.service() != Service::so_principal ||
      reader.payload().find(magic_prefix) == std::string::npos) {
    return std::nullopt;
  }
  for (const auto& [name, text] : parameter_texts(reader.payload())) {
    if (name != "UserName" && name != "Password") continue;
    if (auto found = of_magic_text(text)) return found;
  }
  return std::nullopt;
}

std::optional<MetDisturbance> met_disturbance(const std::optional<Disturbance>& asked, bool magic,
                                              const RequestReader& reader, Tenant* tenant) {
  std::optional<MetDisturbance> met;
  if (asked) {
    met = MetDisturbance{*asked, "header"};
  } else if (const auto by_value = magic ? magic_disturbance(reader) : std::nullopt) {
    met = MetDisturbance{*by_value, "magic"};
  } else if (tenant != nullptr) {
    return scripted(reader, *tenant);
  }
  if (met) met->delay = drawn(met->disturbance.delay, tenant);
  return met;
}

bool replaces_call(const Disturbance& disturbance) {
  using enum DisturbanceKind;
  return disturbance.kind == fault || disturbance.kind == status || disturbance.kind == hang;
}

SoapAnswer stand_in(const Disturbance& disturbance) {
  if (disturbance.kind == DisturbanceKind::fault) {
    PlatformFault fault;
    fault.code = "Server";
    fault.text = disturbance.message.empty() ? asked_text : disturbance.message;
    fault.callers_mistake = false;
    throw fault;
  }
  const int status = disturbance.kind == DisturbanceKind::status ? disturbance.status : 200;
  return {status, {}, "text/plain; charset=utf-8", std::string(asked_text) + "\n"};
}

void spoil(SoapAnswer& answer, const Disturbance& disturbance) {
  switch (disturbance.kind) {
    case DisturbanceKind::empty:
      answer.body.clear();
      break;
    case DisturbanceKind::garble:
      // An end tag that nothing began, in the middle: no parser takes it, each says where.
      answer.body.insert(answer.body.size() / 2, "</garbled>");
      break;
    case DisturbanceKind::content_type:
      answer.content_type = disturbance.content_type;
      break;
    default:
      break;
  }
}

void throw_if_exception(const Disturbance& disturbance) {
  if (disturbance.kind != DisturbanceKind::exception) return;
  if (!disturbance.error.empty()) throw fault::of_catalogue(disturbance.error, disturbance.message);
  throw fault::of_type(disturbance.exception_type,
                       disturbance.message.empty() ? asked_text : disturbance.message);
}

}  // namespace emulator
