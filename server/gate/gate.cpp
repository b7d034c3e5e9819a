#include "server/gate/gate.h"

#include <spdlog/spdlog.h>

#include <chrono>

#include "server/domain/shortened.h"
#include "server/gate/admission.h"
#include "server/gate/dispatch.h"
#include "server/gate/redaction.h"

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
  return text;
}

void log_breaches(std::string_view operation, const std::vector<Breach>& breaches) {
  for (const Breach& breach : breaches) {
    spdlog::warn("{} {} at {}: found {}, expected {}", operation, breach.id, breach.path,
                 breach.found, breach.expected);
  }
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
  std::string outcome;
  try {
    reader.read(request.message);
    answer.soap = Dispatch::serve(*this, exchange);
    outcome = outcome_of(exchange);
  } catch (const PlatformFault& fault) {
    answer.soap =
        platform_fault_answer(reader.version(), fault, settings_.contract == ContractMode::lenient);
    outcome = fault.code + ": " + without_secrets(fault.text, request.message.body);
  } catch (const NoSuchTenant&) {
    context.clear();
    throw;
  } catch (const std::exception& error) {
    spdlog::error("a bug, or the machine: {}", error.what());
    answer.soap = unwrapped_fault_answer(reader.version(), fault::internal_error());
    outcome = "internal error";
  }
  answer.breaches = reader.breaches();
  const std::string_view operation =
      reader.operation() == nullptr ? std::string_view("-") : reader.operation()->name;
  log_breaches(operation, answer.breaches);
  const std::chrono::duration<double, std::milli> elapsed =
      std::chrono::steady_clock::now() - start;
  spdlog::info("{} {}.{} by {}: {} {} in {:.1f} ms{}", request.tenant,
               service_name(request.service), operation,
               exchange.caller.empty() ? "-" : exchange.caller, answer.soap.status, outcome,
               elapsed.count(), ids_of(answer.breaches));
  context.clear();
  return answer;
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
  Tenant& tenant = tenants_.of(exchange.tenant);
  // One call at a time in a tenant: an emulator owes determinism first.
  const std::scoped_lock lock(tenant.mutex);
  Principal caller;
  if (info.access != Access::anyone) {
    caller = admitted(tenant, settings_, headers.ticket);
    exchange.caller = caller.name;
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
