#include "server/control/contract_report.h"

#include <boost/json/array.hpp>

#include "server/control/explain_fixes.h"

namespace emulator {
namespace {

std::string times(std::size_t count) {
  return count == 1 ? "once" : std::to_string(count) + " times";
}

boost::json::object breach_json(const AccountedBreach& breach) {
  boost::json::object object = finding_json(finding_of(breach));
  object["count"] = breach.count;
  object["refused"] = breach.status != 0;
  if (breach.status != 0) object["status"] = breach.status;
  if (!breach.time.empty()) object["time"] = breach.time;
  if (breach.request != 0) object["request"] = breach.request;
  return object;
}

boost::json::object operation_json(const AccountedOperation& operation) {
  boost::json::array breaches;
  for (const AccountedBreach& breach : operation.breaches) breaches.push_back(breach_json(breach));
  return {{"tenant", operation.tenant},
          {"service", operation.service},
          {"operation", operation.operation},
          {"calls", operation.calls},
          {"callsInBreach", operation.calls_in_breach},
          {"breaches", std::move(breaches)}};
}

std::string text_of(const AccountedOperation& operation) {
  if (operation.breaches.empty()) return "";
  std::string text = "\n" + operation.tenant + ": " + name_of(operation) + ", " +
                     std::to_string(operation.calls_in_breach) + " of " +
                     std::to_string(operation.calls) + " calls";
  for (const AccountedBreach& breach : operation.breaches) text += "\n  " + line_of(breach);
  return text;
}

}  // namespace

std::string name_of(const AccountedOperation& operation) {
  return operation.service + (operation.operation.empty() ? " (messages that were not understood)"
                                                          : "." + operation.operation);
}

std::size_t breaches_in(const AccountedOperation& operation) {
  std::size_t sum = 0;
  for (const AccountedBreach& breach : operation.breaches) sum += breach.count;
  return sum;
}

Finding finding_of(const AccountedBreach& breach) {
  const std::string_view fix = fix_of_breach(breach.id);
  const bool is_breach = !fix.empty();
  return {is_breach ? "breach" : "platform-fault",
          breach.id,
          breach.path,
          breach.found,
          breach.expected,
          breach.text,
          std::string(is_breach ? fix : fix_of_platform_fault(breach.id, breach.status))};
}

std::string line_of(const AccountedBreach& breach) {
  std::string line = times(breach.count);
  line += breach.status == 0 ? ", warned of" : ", refused with " + std::to_string(breach.status);
  if (breach.request != 0) line += ", first in request " + std::to_string(breach.request);
  return line + ": " + line_of(finding_of(breach));
}

boost::json::object contract_report_json(const ContractReport& report) {
  std::size_t calls = 0;
  std::size_t in_breach = 0;
  std::size_t breaches = 0;
  std::string text;
  boost::json::array operations;
  for (const AccountedOperation& operation : report.operations) {
    calls += operation.calls;
    in_breach += operation.calls_in_breach;
    breaches += breaches_in(operation);
    text += text_of(operation);
    operations.push_back(operation_json(operation));
  }
  if (report.dropped > 0) {
    text += "\n" + times(report.dropped) + " more, for which there was no room";
  }
  text = "breaches of the contract: " + std::to_string(breaches + report.dropped) + ", in " +
         std::to_string(in_breach) + " of " + std::to_string(calls) + " calls" + text;
  return {{"text", text},
          {"calls", calls},
          {"callsInBreach", in_breach},
          {"breaches", breaches + report.dropped},
          {"dropped", report.dropped},
          {"operations", std::move(operations)}};
}

}  // namespace emulator
