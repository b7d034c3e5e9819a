#include "server/control/explain.h"

#include <algorithm>
#include <boost/json/array.hpp>
#include <vector>

#include "server/control/explain_fixes.h"
#include "server/domain/utf8_text.h"

namespace emulator {
namespace {

using Findings = std::vector<Finding>;

std::string text_after(const std::string& text, std::string_view part) {
  const auto at = text.find(part);
  return at == std::string::npos ? "" : text.substr(at + part.size());
}

void add_breaches(Findings& findings, const JournalEntry& entry) {
  for (const Breach& breach : entry.breaches) {
    findings.push_back({"breach", breach.id, breach.path, breach.found, breach.expected, "",
                        std::string(fix_of_breach(breach.id))});
  }
}

void add_exception(Findings& findings, const JournalEntry& entry) {
  if (entry.exception_type.empty()) return;
  std::string reason = text_after(entry.outcome, "(Reason: ");
  reason = reason.substr(0, reason.find(')'));
  std::string fix(entry.error == "not-authenticated" ? fix_of_ticket(reason) : "");
  if (fix.empty()) fix = fix_of_error(entry.error);
  findings.push_back({"exception", entry.error, "", "", "", entry.outcome, fix});
}

void add_platform_fault(Findings& findings, const JournalEntry& entry) {
  if (entry.error.empty() || !entry.exception_type.empty()) return;
  findings.push_back({"platform-fault", entry.error, "", "", "", entry.outcome,
                      std::string(fix_of_platform_fault(entry.error, entry.status))});
}

std::string fix_of_log_in(const std::string& why) {
  const auto is = [&](std::string_view part) { return why.find(part) != std::string::npos; };
  if (is("wrong password")) return "Send the user's password; upper and lower case count.";
  if (is("no such user")) return "Send the name of a user: GET /__admin/users lists them.";
  if (is("no user name")) return "Send a UserName.";
  if (is("several users")) return "Send the user name in place of the e-mail address.";
  if (is("ticket ")) return std::string(fix_of_ticket(text_after(why, "ticket ")));
  if (is("may not log on")) return std::string(fix_of_ticket("inactive"));
  if (is("of a type")) return std::string(fix_of_ticket("user type not allowed"));
  return "Use AuthenticateUsernamePassword with a user's name and password.";
}

void add_note(Findings& findings, const JournalEntry& entry) {
  if (entry.outcome.starts_with("log-in refused: ")) {
    findings.push_back({"log-in", "", "", "", "",
                        entry.outcome + ". The answer does not say why: Succeeded is true, and "
                                        "AuthenticationSucceeded false",
                        fix_of_log_in(entry.outcome.substr(16))});
  } else if (entry.succeeded && entry.outcome != "ok" && !entry.outcome.starts_with("log-in of ")) {
    findings.push_back({"note", "", "", "", "", entry.outcome, ""});
  }
  const bool has_flags = std::ranges::any_of(entry.parameters, [](const auto& one) {
    return one.first == "ExternalUserInfoModification" && !one.second.empty();
  });
  if (entry.operation == "SetExternalUserInfo" && entry.succeeded && !has_flags) {
    findings.push_back({"note", "", "", "", "",
                        "nothing was changed: ExternalUserInfoModification names no part",
                        "Name what is to change: UserName, Password, Role, Active, parted by "
                        "blanks."});
  }
}

std::string asked_by(const std::string& fault) {
  if (fault == "header") return "by its header X-Emulator-Fault or X-Emulator-Delay";
  if (fault == "magic") return "by a ticket, user name or password that begins `emulator-fault:`";
  return "by the fault " + fault + " (GET /__admin/faults/" + fault + ")";
}

void add_fault(Findings& findings, const JournalEntry& entry) {
  if (entry.fault.empty()) return;
  findings.push_back({"fault", entry.fault, "", "", "",
                      "a fault was asked for, " + asked_by(entry.fault) +
                          "; what the client saw may differ from the answer kept here",
                      "This is what the test is about: see that the client copes."});
}

void add_differences(Findings& findings, const JournalEntry& entry) {
  if (!entry.upstream) return;
  for (const std::string& line : entry.upstream->differences) {
    findings.push_back({"difference", "", "", "", "", "the real server: " + line, ""});
  }
}

std::string summary(const JournalEntry& entry) {
  std::string text = entry.operation.empty()
                         ? "A message that was not understood, to " + entry.service
                         : entry.service + "." + entry.operation;
  if (entry.associate_id != 0) {
    text += " by " + entry.associate + " (user " + std::to_string(entry.associate_id) + ")";
  }
  return text + " was answered with HTTP " + std::to_string(entry.status) +
         (entry.succeeded ? " and succeeded." : " and did not succeed.");
}

}  // namespace

std::string line_of(const Finding& finding) {
  const bool has_name = !finding.id.empty() && finding.kind != "fault";
  std::string line = has_name ? finding.id : finding.kind;
  if (!finding.path.empty()) line += " at " + finding.path;
  if (!finding.text.empty()) line += ": " + finding.text;
  if (!finding.found.empty()) {
    line += ": found " + finding.found + ", expected " + finding.expected;
  }
  line.erase(line.find_last_not_of(' ') + 1);  // Some texts of the platform end with a blank.
  if (!line.ends_with('.')) line += '.';
  return line + (finding.fix.empty() ? "" : " Fix: " + finding.fix);
}

boost::json::object finding_json(const Finding& finding) {
  boost::json::object object{{"kind", finding.kind}};
  const std::pair<const char*, const std::string*> members[] = {
      {"id", &finding.id},       {"path", &finding.path},
      {"found", &finding.found}, {"expected", &finding.expected},
      {"text", &finding.text},   {"fix", &finding.fix}};
  for (const auto& [name, text] : members) {
    if (!text->empty()) object[name] = utf8_text(*text);
  }
  return object;
}

boost::json::object explanation_json(const JournalEntry& entry) {
  Findings findings;
  add_fault(findings, entry);
  add_exception(findings, entry);
  add_platform_fault(findings, entry);
  add_note(findings, entry);
  add_breaches(findings, entry);
  add_differences(findings, entry);
  std::string text = summary(entry);
  boost::json::array list;
  for (const Finding& finding : findings) {
    text += "\n" + line_of(finding);
    list.push_back(finding_json(finding));
  }
  return {{"id", entry.id},
          {"operation", entry.operation},
          {"text", utf8_text(text)},
          {"findings", std::move(list)}};
}

}  // namespace emulator
