#include "server/gate/contract_account.h"

#include <algorithm>
#include <boost/algorithm/string/case_conv.hpp>

#include "server/domain/shortened.h"
#include "server/domain/utf8_text.h"
#include "server/gate/disturbing.h"
#include "server/gate/gate.h"
#include "server/gate/redaction.h"

namespace emulator {
namespace {

std::string key_of(std::string_view tenant) {
  return boost::algorithm::to_lower_copy(std::string(tenant));
}

// In strict mode the fault says no more than the breach that it is about; a fault that a test asked
// for, and one of ours, are not the sender's.
bool is_fault_of_sender(const GateAnswer& answer, ContractMode mode) {
  const bool was_asked_for = answer.disturbance && replaces_call(*answer.disturbance);
  const bool is_of_breach = mode == ContractMode::strict && !answer.breaches.empty();
  return !answer.error.empty() && answer.exception_type.empty() &&
         answer.error != "internal error" && !was_asked_for && !is_of_breach;
}

std::vector<AccountedBreach> breaches_of(const GateAnswer& answer, ContractMode mode,
                                         std::uint64_t journal_id) {
  std::vector<AccountedBreach> found;
  const std::string time = answer.tenant ? date_time_text(answer.now) + "Z" : "";
  const int status = mode == ContractMode::strict ? answer.soap.status : 0;
  for (const Breach& one : answer.breaches) {
    found.push_back({one.id, status, 1, one.path, one.found, one.expected, "", time, journal_id});
  }
  if (is_fault_of_sender(answer, mode)) {
    const std::string text = answer.outcome.substr(answer.error.size() + 2);
    found.push_back({answer.error, answer.soap.status, 1, "", "", "", text, time, journal_id});
  }
  return found;
}

}  // namespace

void ContractAccount::add(const GateRequest& request, const GateAnswer& answer,
                          std::uint64_t journal_id) {
  std::vector<AccountedBreach> found = breaches_of(answer, mode_, journal_id);
  const std::scoped_lock lock(mutex_);
  if (AccountedOperation* operation = place_of(request, answer)) {
    ++operation->calls;
    if (!found.empty()) ++operation->calls_in_breach;
    add_breaches(*operation, std::move(found), request.message.body);
  } else {
    dropped_ += found.size();
  }
}

/// Null: there is no room for one more.
AccountedOperation* ContractAccount::place_of(const GateRequest& request,
                                              const GateAnswer& answer) {
  const std::string service(service_name(request.service));
  Key key{key_of(request.tenant), service, answer.operation};
  const auto known = operations_.find(key);
  if (known != operations_.end()) return &known->second;
  if (operations_.size() >= operations_max) return nullptr;
  const std::string tenant(answer.tenant ? answer.tenant->name : request.tenant);
  AccountedOperation begun{tenant, service, answer.operation, 0, 0, {}};
  return &operations_.emplace(std::move(key), std::move(begun)).first->second;
}

void ContractAccount::add_breaches(AccountedOperation& operation,
                                   std::vector<AccountedBreach> found, std::string_view message) {
  const auto name_of = [](const AccountedBreach& one) { return std::tie(one.id, one.status); };
  for (AccountedBreach& one : found) {
    const auto place = std::ranges::lower_bound(operation.breaches, name_of(one), {}, name_of);
    if (place != operation.breaches.end() && name_of(*place) == name_of(one)) {
      ++place->count;
    } else if (kinds_ >= breaches_max) {
      ++dropped_;
    } else {
      for (std::string* text : {&one.path, &one.found, &one.expected, &one.text}) {
        *text = shortened(without_secrets(utf8_text(*text), message), text_max);
      }
      operation.breaches.insert(place, std::move(one));
      ++kinds_;
    }
  }
}

ContractReport ContractAccount::report(std::optional<std::string_view> tenant) const {
  const std::string wanted = key_of(tenant.value_or(""));
  ContractReport report;
  const std::scoped_lock lock(mutex_);
  report.dropped = dropped_;
  for (const auto& [key, operation] : operations_) {
    if (!tenant || std::get<0>(key) == wanted) report.operations.push_back(operation);
  }
  return report;
}

std::size_t ContractAccount::clear(std::optional<std::string_view> tenant) {
  const std::string wanted = key_of(tenant.value_or(""));
  const std::scoped_lock lock(mutex_);
  std::size_t breaches = 0;
  std::erase_if(operations_, [&](const auto& one) {
    const bool goes = !tenant || std::get<0>(one.first) == wanted;
    if (!goes) return false;
    for (const AccountedBreach& breach : one.second.breaches) breaches += breach.count;
    kinds_ -= one.second.breaches.size();
    return true;
  });
  if (!tenant) breaches += std::exchange(dropped_, 0);
  return breaches;
}

}  // namespace emulator
