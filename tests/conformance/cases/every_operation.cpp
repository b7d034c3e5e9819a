#include "tests/conformance/cases/every_operation.h"

#include <algorithm>

#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

namespace conformance {
namespace {

bool has_ticket(const Operation& operation) { return operation.service == Service::user; }

/// As far as the name tells. These calls are to be refused, but a server that looks at no ticket,
/// or reads what it cannot, would do them.
bool may_write(const Operation& operation) {
  constexpr std::string_view reading[] = {"Authenticate", "Can", "CreateDefault",
                                          "Find",         "Get", "Is"};
  return std::ranges::none_of(
      reading, [&](std::string_view start) { return operation.name.starts_with(start); });
}

/// What is no value of its kind, and so never reaches the operation.
std::string unreadable(Kind kind) {
  switch (kind) {
    case Kind::number:
      return "twelve";
    case Kind::boolean:
      return "maybe";
    case Kind::date:
      return "yesterday";
    case Kind::text:
    case Kind::enumeration:
    case Kind::flags:
    case Kind::carrier:
      break;
  }
  return "NoSuchValue";
}

Case refused_without_ticket(const Operation& operation) {
  return {
      operation.name, "is refused without Credentials",
      Facts{.source = Source::inferred, .writes = may_write(operation), .assumption = "A-TICKET"},
      [name = operation.name](Session& session) {
        if (session.has_anonymous()) throw LeftOut("who has no ticket is an anonymous user");
        expect_refused(session.call(Call(name).without_credentials()), "SoSessionException",
                       "Authentication failed!");
      }};
}

Case refused_with_unknown_ticket(const Operation& operation) {
  return {
      operation.name, "is refused with a ticket that nobody has",
      Facts{.source = Source::inferred, .writes = may_write(operation), .assumption = "A-TICKET"},
      [name = operation.name](Session& session) {
        expect_refused(session.call(Call(name).ticket("7T:bm9ib2R5")), "SoSessionException",
                       "Authentication failed!");
      }};
}

/// By the service's name in the action, which is the other service's.
Case refused_at_other_service(const Operation& operation) {
  return {operation.name, "is not known by the action of the other service",
          Facts{.source = Source::platform,
                .writes = may_write(operation),
                .fails_on = FailsOn::emulator},
          [operation](Session& session) {
            Operation other = operation;
            other.service =
                operation.service == Service::user ? Service::so_principal : Service::user;
            const Answer answer = session.send(
                Call(operation.name).without_credentials().action("\"" + other.action() + "\""));
            expect_fault(answer, "ActionNotSupported");
          }};
}

Case refused_value(const Operation& operation, const std::string& parameter,
                   const std::string& kind, const std::string& xml) {
  return {operation.name, parameter + " that is " + kind + " is a fault of the platform",
          Facts{.source = Source::platform, .writes = may_write(operation)},
          [name = operation.name, parameter, xml](Session& session) {
            const Answer answer = session.send(Call(name).without_credentials().xml(xml));
            expect_fault(answer, "DeserializationFailed");
            expect(answer.fault_text().find(parameter) != std::string::npos,
                   "the fault's text does not name " + parameter + ": " + answer.fault_text());
          }};
}

void add_parameter_cases(const Operation& operation, std::vector<Case>& cases) {
  for (const Parameter& one : operation.parameters) {
    if (one.kind == Kind::text || one.kind == Kind::carrier) continue;
    const std::string open = "<" + one.name + ">";
    const std::string close = "</" + one.name + ">";
    cases.push_back(refused_value(operation, one.name, "no value of its type",
                                  open + unreadable(one.kind) + close));
    cases.push_back(
        refused_value(operation, one.name, "nil", "<" + one.name + " xsi:nil=\"true\"/>"));
    if (one.kind == Kind::flags) continue;
    cases.push_back(refused_value(operation, one.name, "empty", open + close));
  }
}

}  // namespace

std::vector<Case> cases_of_every_operation() {
  std::vector<Case> cases;
  for (const Operation& one : all_operations()) {
    if (has_ticket(one)) {
      cases.push_back(refused_without_ticket(one));
      cases.push_back(refused_with_unknown_ticket(one));
    }
    cases.push_back(refused_at_other_service(one));
    add_parameter_cases(one, cases);
  }
  return cases;
}

}  // namespace conformance
