#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/settings.h"
#include "server/envelope/answer_writer.h"
#include "server/envelope/request_reader.h"
#include "server/gate/call.h"
#include "server/gate/contract_account.h"
#include "server/gate/exchange.h"
#include "server/gate/operation.h"
#include "server/tenants/tenants.h"

namespace emulator {

/// A message for one of the services.
struct GateRequest {
  Service service = Service::user;
  std::string_view tenant;
  SoapMessage message;
  std::optional<Disturbance> disturbance = {};  ///< By the request's own headers.
};

/// Its answer, and what log, journal and X-Emulator-Warning say of it.
struct GateAnswer {
  SoapAnswer soap;
  std::vector<Breach> breaches;
  std::shared_ptr<Tenant>
      tenant;    ///< Null: it cannot be opened, or is not there and the message not understood.
  Moment now{};  ///< The tenant's time; not set without a tenant.
  std::string operation;  ///< Empty: it was not understood so far.
  int associate_id = 0;   ///< Who called; 0: not known.
  std::string associate;
  bool succeeded = false;
  std::string outcome;         ///< In words.
  std::string exception_type;  ///< Of a NetServer exception; else empty.
  std::string error;           ///< Its id in the catalogue, or the code of a platform fault.
  double elapsed_ms = 0;
  std::string payload;  ///< The operation's element in a plain form; empty: not understood so far.
  std::string fault;    ///< `header`, `magic` or the id of the script that was met; else empty.
  /// What the transport has to do; the milliseconds are drawn.
  std::optional<Disturbance> disturbance;
  std::chrono::milliseconds delay{0};
};

/// Where every call is admitted: reads the message, checks ticket and rights, runs the handler in
/// a transaction, writes headers and answer. For any thread.
class Gate {
 public:
  Gate(const Operations& operations, Tenants& tenants, const ServiceSettings& settings)
      : operations_(operations),
        tenants_(tenants),
        settings_(settings),
        contract_(settings.contract) {}

  /// Answers everything, bad messages and bugs of ours among it. Throws NoSuchTenant only.
  GateAnswer answer(const GateRequest& request);

  /// What log and journal say of a message that is answered 400 without being a call: what is
  /// around it is wrong. Its tenant is not made by that.
  /// @param why for its sender; says nothing of the message
  GateAnswer refused(const GateRequest& request, const std::string& why);

  const Operations& operations() const { return operations_; }
  const ServiceSettings& settings() const { return settings_; }
  Tenants& tenants() { return tenants_; }

  /// How often each operation that is not there yet was called.
  std::map<std::string, std::size_t> calls_not_implemented() const;

  /// Whoever sends a request on here adds it, once it is in the journal.
  ContractAccount& contract() { return contract_; }

 private:
  friend class Dispatch;

  SoapAnswer answer_of(Exchange& exchange, const std::function<std::string()>& body) const;
  /// True when the handler did its work; otherwise exchange.fault says why not.
  bool pass(const OperationInfo& info, Exchange& exchange,
            const std::function<void(Call&)>& handler);
  void admit_and_run(const OperationInfo& info, Exchange& exchange,
                     const std::function<void(Call&)>& handler);
  void count_not_implemented(std::string_view operation);
  void hold_tenant(Exchange& exchange);
  void hold_present_tenant(Exchange& exchange);
  void meet_disturbance(Exchange& exchange, const GateRequest& request, GateAnswer& answer) const;
  SoapAnswer answered(Exchange& exchange);

  const Operations& operations_;
  Tenants& tenants_;
  const ServiceSettings& settings_;
  mutable std::mutex counts_mutex_;
  std::map<std::string, std::size_t> not_implemented_;
  ContractAccount contract_;
};

}  // namespace emulator
