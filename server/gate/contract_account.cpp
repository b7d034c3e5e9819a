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

auto kind_of(const AccountedBreach& breach) { return std::tie(breach.id, breach.status); }

// Reports are shown on terminals.
bool is_control(char c) { return (c >= 0 && c < ' ') || c == '\x7F'; }

template <class Visit>
void each_text(std::vector<AccountedBreach>& breaches, Visit visit) {
  for (AccountedBreach& one : breaches) {
    for (std::string* text : {&one.path, &one.found, &one.expected, &one.text}) visit(*text);
  }
}

// A message of a few MiB takes long to be looked through for secrets: once for all texts.
void make_safe(std::vector<AccountedBreach>& breaches, std::string_view message) {
  std::string lines;
  each_text(breaches, [&](std::string& text) {
    text = utf8_text(text);
    std::ranges::replace_if(text, is_control, ' ');
    lines += text + "\n";
  });
  lines = without_secrets(lines, message);
  std::size_t at = 0;
  each_text(breaches, [&](std::string& text) {
    const std::size_t end = lines.find('\n', at);
    text = shortened(std::string_view(lines).substr(at, end - at), ContractAccount::text_max);
    at = end + 1;
  });
}

}  // namespace

void ContractAccount::add(const GateRequest& request, const GateAnswer& answer,
                          std::uint64_t journal_id) {
  const Key key{key_of(request.tenant), std::string(service_name(request.service)),
                answer.operation};
  const std::string tenant(answer.tenant ? answer.tenant->name : request.tenant);
  std::vector<AccountedBreach> found = breaches_of(answer, mode_, journal_id);
  // Texts are made safe without the lock, which all tenants share, and only when they will be kept.
  for (bool is_safe = false;; is_safe = true) {
    {
      const std::scoped_lock lock(mutex_);
      if (is_safe || !will_keep(key, found)) {
        count(key, tenant, std::move(found));
        return;
      }
    }
    make_safe(found, request.message.body);
  }
}

bool ContractAccount::will_keep(const Key& key, const std::vector<AccountedBreach>& found) const {
  if (kinds_ >= breaches_max) return false;
  const auto known = operations_.find(key);
  if (known == operations_.end()) return !found.empty() && operations_.size() < operations_max;
  return std::ranges::any_of(found, [&](const AccountedBreach& one) {
    return !std::ranges::binary_search(known->second.breaches, kind_of(one), {}, kind_of);
  });
}

void ContractAccount::count(const Key& key, const std::string& tenant,
                            std::vector<AccountedBreach> found) {
  auto place = operations_.find(key);
  if (place == operations_.end()) {
    if (operations_.size() >= operations_max) {
      dropped_ += found.size();
      return;
    }
    const auto& [unused, service, operation] = key;
    place =
        operations_.emplace(key, AccountedOperation{tenant, service, operation, 0, 0, {}}).first;
  }
  AccountedOperation& operation = place->second;
  ++operation.calls;
  if (!found.empty()) ++operation.calls_in_breach;
  for (AccountedBreach& one : found) {
    const auto kind = std::ranges::lower_bound(operation.breaches, kind_of(one), {}, kind_of);
    if (kind != operation.breaches.end() && kind_of(*kind) == kind_of(one)) {
      ++kind->count;
    } else if (kinds_ >= breaches_max) {
      ++dropped_;
    } else {
      operation.breaches.insert(kind, std::move(one));
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
