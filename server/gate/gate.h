#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/settings.h"
#include "server/envelope/answer_writer.h"
#include "server/envelope/request_reader.h"
#include "server/gate/call.h"
#include "server/gate/exchange.h"
#include "server/gate/operation.h"
#include "server/tenants/tenants.h"

namespace emulator {

/// A message for one of the services.
struct GateRequest {
  Service service = Service::user;
  std::string_view tenant;
  SoapMessage message;
};

/// Its answer, and what the log and the X-Emulator-Warning header say of it.
struct GateAnswer {
  SoapAnswer soap;
  std::vector<Breach> breaches;
};

/// Where every call is admitted: reads the message, checks ticket and rights, runs the handler in
/// a transaction, writes headers and answer. For any thread.
class Gate {
 public:
  Gate(const Operations& operations, Tenants& tenants, const ServiceSettings& settings)
      : operations_(operations), tenants_(tenants), settings_(settings) {}

  /// Answers everything, bad messages and bugs of ours among it. Throws NoSuchTenant only.
  GateAnswer answer(const GateRequest& request);

  const Operations& operations() const { return operations_; }
  const ServiceSettings& settings() const { return settings_; }
  Tenants& tenants() { return tenants_; }

  /// How often each operation that is not there yet was called.
  std::map<std::string, std::size_t> calls_not_implemented() const;

 private:
  friend class Dispatch;

  SoapAnswer answer_of(Exchange& exchange, const std::function<std::string()>& body) const;
  /// True when the handler did its work; otherwise exchange.fault says why not.
  bool pass(const OperationInfo& info, Exchange& exchange,
            const std::function<void(Call&)>& handler);
  void admit_and_run(const OperationInfo& info, Exchange& exchange,
                     const std::function<void(Call&)>& handler);
  void count_not_implemented(std::string_view operation);

  const Operations& operations_;
  Tenants& tenants_;
  const ServiceSettings& settings_;
  mutable std::mutex counts_mutex_;
  std::map<std::string, std::size_t> not_implemented_;
};

}  // namespace emulator
