#include "server/control/contract_junit.h"

#include "server/control/contract_report.h"
#include "server/envelope/xml_writer.h"

namespace emulator {
namespace {

struct Counts {
  std::size_t tests = 0, failures = 0;
};

bool has_clean_calls(const AccountedOperation& operation) {
  return operation.calls > operation.calls_in_breach;
}

Counts counts_of(const AccountedOperation& operation) {
  const std::size_t failures = operation.breaches.size();
  return {failures + (has_clean_calls(operation) ? 1 : 0), failures};
}

Counts counts_of(const ContractReport& report) {
  Counts sum;
  if (report.dropped > 0) sum = {1, 1};
  for (const AccountedOperation& operation : report.operations) {
    const auto [tests, failures] = counts_of(operation);
    sum.tests += tests;
    sum.failures += failures;
  }
  return sum;
}

void begin_suite(XmlWriter& xml, const char* element, const std::string& name, Counts counts) {
  xml.begin(element);
  xml.attribute("name", name);
  xml.attribute("tests", std::to_string(counts.tests));
  xml.attribute("failures", std::to_string(counts.failures));
  xml.attribute("errors", "0");
  xml.attribute("time", "0");  // Readers ask for it; how long a client took is not its contract.
}

void begin_case(XmlWriter& xml, const std::string& class_name, const std::string& name) {
  xml.begin("testcase");
  xml.attribute("classname", class_name);
  xml.attribute("name", name);
  xml.attribute("time", "0");
}

void write_failure(XmlWriter& xml, const std::string& type, const std::string& message,
                   const std::string& text) {
  xml.begin("failure");
  xml.attribute("type", type);
  xml.attribute("message", message);
  xml.text(text);
  xml.end();
}

void write_breach(XmlWriter& xml, const AccountedOperation& operation,
                  const std::string& class_name, const AccountedBreach& breach) {
  Finding finding = finding_of(breach);
  // The same at each run, so that readers can tell what is new; `Client` has several meanings.
  const bool is_breach = finding.kind == "breach";
  begin_case(xml, class_name,
             is_breach ? breach.id : breach.id + " " + std::to_string(breach.status));
  finding.fix.clear();
  std::string text = line_of(breach);
  if (!breach.time.empty()) text += "\nFirst at " + breach.time + " (the installation's time)";
  if (breach.request != 0) {
    text += "\nGET /__admin/tenants/" + operation.tenant + "/requests/" +
            std::to_string(breach.request) + "/explain";
  }
  write_failure(xml, breach.id, line_of(finding), text);
  xml.end();
}

void write_suite(XmlWriter& xml, const AccountedOperation& operation) {
  const std::string name = name_of(operation);
  const std::string class_name = operation.tenant + "." + name;
  begin_suite(xml, "testsuite", operation.tenant + ": " + name, counts_of(operation));
  xml.begin("properties");
  for (const auto& [key, value] :
       {std::pair("calls", operation.calls), {"callsInBreach", operation.calls_in_breach}}) {
    xml.begin("property");
    xml.attribute("name", key);
    xml.attribute("value", std::to_string(value));
    xml.end();
  }
  xml.end();
  if (has_clean_calls(operation)) {
    begin_case(xml, class_name, "calls without a breach");
    xml.end();
  }
  for (const AccountedBreach& breach : operation.breaches) {
    write_breach(xml, operation, class_name, breach);
  }
  xml.end();
}

void write_dropped(XmlWriter& xml, std::size_t dropped) {
  begin_suite(xml, "testsuite", "nsemu", {1, 1});
  begin_case(xml, "nsemu", "room for all breaches");
  write_failure(xml, "dropped", std::to_string(dropped) + " more breaches",
                "There was no room for them. DELETE /__admin/contract/report makes room.");
  xml.end();
  xml.end();
}

}  // namespace

std::string contract_junit(const ContractReport& report) {
  XmlWriter xml;
  begin_suite(xml, "testsuites", "nsemu contract", counts_of(report));
  for (const AccountedOperation& operation : report.operations) write_suite(xml, operation);
  if (report.dropped > 0) write_dropped(xml, report.dropped);
  return xml.document();
}

}  // namespace emulator
