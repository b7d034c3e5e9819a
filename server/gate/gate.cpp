#include "server/gate/gate.h"

#include <spdlog/spdlog.h>

#include <chrono>

#include "server/domain/shortened.h"
#include "server/gate/admission.h"
#include "server/gate/dispatch.h"
#include "server/gate/disturbing.h"
#include "server/gate/redaction.h"
#include "server/gate/secret_names.h"
#include "server/tenants/fault_text.h"

namespace emulator {
namespace {

// One per thread: 160 KiB each, and a call never leaves its thread. Cleared after each call.
SoapContext& context_of_thread() {
  thread_local SoapContext context;
  return context;
}

std::string ids_of(const std::vector<Breach>& breaches) {
  std::string ids;
  for (const Breach& breach : breaches) ids += " " + breach.id;
  return ids;
}

std::string outcome_of(const Exchange& exchange) {
  if (!exchange.fault) return exchange.note.empty() ? "ok" : exchange.note;
  std::string text = exchange.fault->type + ": " + exchange.fault->message;
  // The commonest of all errors is a ticket's, and the message does not say what is wrong with it.
  for (const auto& [key, value] : exchange.fault->hints) text += " (" + key + ": " + value + ")";
  return without_tickets(text);  // A ticket may be given where a name belongs.
}

void describe(GateAnswer& answer, const Exchange& exchange) {
  answer.breaches = exchange.reader.breaches();
  answer.payload = exchange.reader.payload();
  answer.tenant = exchange.holder;
  answer.now = exchange.now;
  answer.associate_id = exchange.caller_id;
  answer.associate = exchange.caller;
  if (exchange.reader.operation() != nullptr) answer.operation = exchange.reader.operation()->name;
  if (exchange.fault) {
    answer.exception_type = exchange.fault->type;
    answer.error = exchange.fault->id;
  }
  const bool was_called = !exchange.disturbance || !replaces_call(*exchange.disturbance);
  answer.succeeded = was_called && answer.error.empty() && answer.exception_type.empty() &&
                     answer.soap.status < 400;
}

void log_answer(const GateRequest& request, const GateAnswer& answer) {
  const std::string_view operation =
      answer.operation.empty() ? std::string_view("-") : answer.operation;
  for (const Breach& breach : answer.breaches) {
    spdlog::warn("{} {} at {}: found {}, expected {}", operation, breach.id, breach.path,
                 breach.found, breach.expected);
  }
  const std::string met = answer.disturbance ? fmt::format(", fault {} ({})", answer.fault,
                                                           name_of(answer.disturbance->kind))
                                             : "";
  spdlog::info("{} {}.{} by {}: {} {} in {:.1f} ms{}{}", request.tenant,
               service_name(request.service), operation,
               answer.associate.empty() ? "-" : answer.associate, answer.soap.status,
               answer.outcome, answer.elapsed_ms, met, ids_of(answer.breaches));
}

void set_now(Exchange& exchange) {
  const std::scoped_lock lock(exchange.holder->mutex);
  exchange.now = exchange.holder->clock.now();
}

// A-TIME-ZONE: with a zone that we do not know the call goes on, because a real server may know it.
void set_time_zone(const RequestHeaders& headers, SoapContext& context) {
  if (!headers.time_zone) return;
  const auto& [id, code] = *headers.time_zone;
  if (const auto zone = TimeZone::of(id, code)) {
    context.set_time_zone(*zone);
  } else {
    spdlog::warn("the time zone {} '{}' is not known: dates are not converted", id,
                 shortened(code.value_or("")));
  }
}

}  // namespace

GateAnswer Gate::answer(const GateRequest& request) {
  const auto start = std::chrono::steady_clock::now();
  SoapContext& context = context_of_thread();
  RequestReader reader(request.service, settings_.contract);
  Exchange exchange{context, request.tenant, reader};
  GateAnswer answer;
  try {
    reader.read(request.message);
    hold_tenant(exchange);
    meet_disturbance(exchange, request, answer);
    answer.soap = answered(exchange);
    answer.outcome = outcome_of(exchange);
  } catch (const PlatformFault& fault) {
    answer.soap =
        platform_fault_answer(reader.version(), fault, settings_.contract == ContractMode::lenient);
    answer.outcome = fault.code + ": " + without_secrets(fault.text, request.message.body);
    answer.error = fault.code;
    if (!exchange.holder) hold_present_tenant(exchange);
  } catch (const NoSuchTenant&) {
    context.clear();
    throw;
  } catch (const std::exception& error) {
    spdlog::error("a bug, or the machine: {}", error.what());
    answer.soap = unwrapped_fault_answer(reader.version(), fault::internal_error());
    answer.outcome = answer.error = "internal error";
  }
  if (exchange.disturbance) spoil(answer.soap, *exchange.disturbance);
  answer.elapsed_ms =
      std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
  describe(answer, exchange);
  log_answer(request, answer);
  context.clear();
  return answer;
}

GateAnswer Gate::refused(const GateRequest& request, const std::string& why) {
  SoapContext& context = context_of_thread();
  RequestReader reader(request.service, settings_.contract);
  Exchange exchange{context, request.tenant, reader};
  try {
    reader.read(request.message);
  } catch (const PlatformFault&) {
    // Not what it is refused for.
  }
  hold_present_tenant(exchange);
  GateAnswer answer;
  answer.soap.status = 400;
  answer.outcome = why;
  describe(answer, exchange);
  log_answer(request, answer);
  context.clear();
  return answer;
}

void Gate::hold_tenant(Exchange& exchange) {
  try {
    exchange.holder = tenants_.hold(exchange.tenant);
    set_now(exchange);
  } catch (const store::Error&) {
    // The call tries again, and answers why not.
  }
}

// What was not understood is remembered, but makes no tenant; that of most users is there anyhow.
void Gate::hold_present_tenant(Exchange& exchange) {
  exchange.holder = tenants_.find(exchange.tenant);
  if (exchange.holder) {
    set_now(exchange);
  } else if (exchange.tenant == Tenants::default_name) {
    try {
      hold_tenant(exchange);
    } catch (const NoSuchTenant&) {
      // One too many. What is wrong with the message is what its sender has to know.
    }
  }
}

void Gate::meet_disturbance(Exchange& exchange, const GateRequest& request,
                            GateAnswer& answer) const {
  auto met = met_disturbance(request.disturbance, settings_.emulator_headers, exchange.reader,
                             exchange.holder.get());
  if (!met) return;
  answer.fault = std::move(met->by);
  answer.delay = met->delay;
  answer.disturbance = met->disturbance;
  exchange.disturbance = std::move(met->disturbance);
}

SoapAnswer Gate::answered(Exchange& exchange) {
  if (exchange.disturbance && replaces_call(*exchange.disturbance)) {
    exchange.note =
        "a fault that was asked for: " + std::string(name_of(exchange.disturbance->kind));
    return stand_in(*exchange.disturbance);
  }
  return Dispatch::serve(*this, exchange);
}

SoapAnswer Gate::answer_of(Exchange& exchange, const std::function<std::string()>& body) const {
  const Fault* fault = exchange.fault ? &*exchange.fault : nullptr;
  const SoapVersion version = exchange.reader.version();
  if (fault != nullptr && !settings_.wrap_exceptions) {
    return unwrapped_fault_answer(version, *fault);
  }
  return operation_answer(exchange.context, version, fault, exchange.reader.headers().time_zone,
                          body());
}

bool Gate::pass(const OperationInfo& info, Exchange& exchange,
                const std::function<void(Call&)>& handler) {
  try {
    admit_and_run(info, exchange, handler);
    return true;
  } catch (const Fault& fault) {
    exchange.fault = fault;
  } catch (const NoSuchTenant&) {
    throw;  // Not an answer of any installation.
  } catch (const std::exception& error) {
    spdlog::error("{} failed, a bug or the machine: {}", info.name, error.what());
    exchange.fault = fault::internal_error();
  }
  if (settings_.emulator_headers) {
    auto& parameters = exchange.fault->parameters;
    const auto& hints = exchange.fault->hints;
    parameters.insert(parameters.end(), hints.begin(), hints.end());
  }
  return false;
}

void Gate::admit_and_run(const OperationInfo& info, Exchange& exchange,
                         const std::function<void(Call&)>& handler) {
  const RequestHeaders& headers = exchange.reader.headers();
  check_application_token(settings_, info.service, headers.application_token);
  set_time_zone(headers, exchange.context);
  if (exchange.disturbance) throw_if_exception(*exchange.disturbance);
  if (!exchange.holder) exchange.holder = tenants_.hold(exchange.tenant);
  Tenant& tenant = *exchange.holder;
  // One call at a time in a tenant: an emulator owes determinism first.
  const std::scoped_lock lock(tenant.mutex);
  Principal caller;
  if (info.access != Access::anyone) {
    caller = admitted(tenant, settings_, headers.ticket);
    exchange.caller = caller.name;
    exchange.caller_id = caller.associate_id;
    if (!is_admitted(caller, info.access)) throw fault::not_permitted();
  }
  if (!info.is_implemented) {
    count_not_implemented(info.name);
    throw fault::not_implemented(std::string(info.name));
  }
  exchange.context.set_caller(caller);
  Call call(exchange.context, tenant, settings_, std::move(caller));
  if (info.effect == Effect::reads) {
    handler(call);
  } else {
    store::Transaction transaction = call.store.begin();
    handler(call);
    transaction.commit();
  }
  exchange.note = std::move(call.note);
}

void Gate::count_not_implemented(std::string_view operation) {
  const std::scoped_lock lock(counts_mutex_);
  ++not_implemented_[std::string(operation)];
}

std::map<std::string, std::size_t> Gate::calls_not_implemented() const {
  const std::scoped_lock lock(counts_mutex_);
  return not_implemented_;
}

}  // namespace emulator
