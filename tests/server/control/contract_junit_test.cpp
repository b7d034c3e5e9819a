#include "server/control/contract_junit.h"

#include <doctest/doctest.h>

#include <vector>

#include "server/envelope/xml.h"
#include "tests/server/control/contract_samples.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

/// The report, read by libxml2 as a CI server reads it.
struct Document {
  explicit Document(const ContractReport& report) : text(contract_junit(report)) {
    document.reset(xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, nullptr,
                                 XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NONET));
    REQUIRE(document);
    root = xmlDocGetRootElement(document.get());
    CHECK(xml_text(root->name) == "testsuites");
  }

  std::string text;
  XmlDocument document;
  xmlNode* root = nullptr;
};

std::vector<xmlNode*> children(const xmlNode* parent, std::string_view name) {
  std::vector<xmlNode*> found;
  for (xmlNode* one : child_elements(parent)) {
    if (xml_text(one->name) == name) found.push_back(one);
  }
  return found;
}

std::string number(std::size_t count) { return std::to_string(count); }

/// Readers trust the sums or the cases, so both must agree.
void check_sums(const Document& junit) {
  std::size_t all_tests = 0;
  std::size_t all_failures = 0;
  for (const xmlNode* suite : children(junit.root, "testsuite")) {
    const auto cases = children(suite, "testcase");
    std::size_t failures = 0;
    for (const xmlNode* one : cases) failures += children(one, "failure").size();
    CHECK(xml_attribute(suite, "tests") == number(cases.size()));
    CHECK(xml_attribute(suite, "failures") == number(failures));
    CHECK(xml_attribute(suite, "errors") == "0");
    all_tests += cases.size();
    all_failures += failures;
  }
  CHECK(xml_attribute(junit.root, "tests") == number(all_tests));
  CHECK(xml_attribute(junit.root, "failures") == number(all_failures));
}

}  // namespace

TEST_CASE("Contract JUnit: without calls it has no suite") {
  const Document junit({});
  check_sums(junit);
  CHECK(child_elements(junit.root).empty());
}

TEST_CASE_FIXTURE(GateFixture, "Contract JUnit: an operation that was called well passes") {
  for (std::uint64_t id = 1; id <= 3; ++id) add_call(*this, "default", {}, id);
  const Document junit(gate.contract().report());
  check_sums(junit);
  const auto suites = children(junit.root, "testsuite");
  REQUIRE(suites.size() == 1);
  CHECK(xml_attribute(suites[0], "name") == "default: User.GetUser");
  const auto cases = children(suites[0], "testcase");
  REQUIRE(cases.size() == 1);
  CHECK(xml_attribute(cases[0], "classname") == "default.User.GetUser");
  CHECK(xml_attribute(cases[0], "name") == "calls without a breach");
  const auto properties = children(children(suites[0], "properties").at(0), "property");
  CHECK(xml_attribute(properties.at(0), "name") == "calls");
  CHECK(xml_attribute(properties.at(0), "value") == "3");
}

TEST_CASE_FIXTURE(GateFixture, "Contract JUnit: a breach is a failure with message and text") {
  add_call(*this, "Cust1", {order_breach, order_breach}, 7);
  add_call(*this, "Cust1", {}, 8);
  add_refusal(*this, "nobody", "no XML");
  const Document junit(gate.contract().report());
  check_sums(junit);
  const auto suites = children(junit.root, "testsuite");
  REQUIRE(suites.size() == 2);
  const auto cases = children(suites[0], "testcase");
  REQUIRE(cases.size() == 2);
  CHECK(xml_attribute(cases[1], "name") == "W-ORDER");
  const xmlNode* failure = children(cases[1], "failure").at(0);
  CHECK(xml_attribute(failure, "type") == "W-ORDER");
  CHECK(xml_attribute(failure, "message") ==
        "W-ORDER at /s:Envelope/s:Body/GetUser/A: found A after B, expected the order of the "
        "WSDL.");
  const std::string text = xml_content(failure);
  for (const char* part : {"2 times, warned of, first in request 7: ", "Fix: Send the elements",
                           "2026-01-15T09:00:00Z", "/__admin/tenants/Cust1/requests/7/explain"}) {
    CAPTURE(part);
    CHECK(text.find(part) != std::string::npos);
  }
  const auto refused = children(suites[1], "testcase");
  REQUIRE(refused.size() == 1);
  CHECK(xml_attribute(refused[0], "name") == "Client 400");
}

TEST_CASE_FIXTURE(GateFixture, "Contract JUnit: text from the wire does not break the document") {
  const std::string wire = "]]><x a=\"b\">&\x01\x1B[0m\xFF\xEF\xBF\xBF";
  add_call(*this, "default", {{"W-UNKNOWN-ELEMENT", "/" + wire, wire, wire}}, 1);
  add_refusal(*this, "default", wire);
  const Document junit(gate.contract().report());
  check_sums(junit);
  CHECK(junit.text.find('\x1B') == std::string::npos);
  CHECK(junit.text.find("<x a=") == std::string::npos);
  const auto suites = children(junit.root, "testsuite");
  REQUIRE(suites.size() == 2);
  const xmlNode* failure = children(children(suites[0], "testcase").at(0), "failure").at(0);
  CHECK(xml_attribute(failure, "message").find("Client: ]]><x a=\"b\">&") == 0);
}

TEST_CASE("Contract JUnit: breaches that there was no room for fail, too") {
  const Document junit({{}, 3});
  check_sums(junit);
  CHECK(xml_attribute(junit.root, "failures") == "1");
  CHECK(junit.text.find("3 more breaches") != std::string::npos);
}
