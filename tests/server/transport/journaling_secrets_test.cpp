#include <doctest/doctest.h>

#include <algorithm>
#include <boost/algorithm/string/erase.hpp>
#include <boost/algorithm/string/replace.hpp>
#include <boost/json.hpp>

#include "server/control/events_desk.h"
#include "tests/server/gate/log_capture.h"
#include "tests/server/gate/sample_rows.h"
#include "tests/server/transport/journaled_calls.h"

// Every operation is called with secrets in all places for them, and then everything that the
// emulator shows of its past is searched for these.

using namespace emulator;
using namespace emulator::testing;

namespace {

const std::string planted = "hunter2hunter2";
const std::string planted_ticket = "7T:aHVudGVyMmh1bnRlcjI";
const std::string application_token = "applicationsecret";
const std::string session = "sessionsecret";

/// The sample with what is planted in each element for a secret.
std::string with_secrets(std::string xml) {
  for (const std::string name : {"Password", "OldPassword", "NewPassword", "SecretValue",
                                 "AccessToken", "CredentialValue"}) {
    const auto begin = xml.find("<" + name + ">");
    if (begin == std::string::npos) continue;
    const auto end = xml.find("</" + name + ">");
    xml = xml.substr(0, begin) + "<" + name + ">" + planted + xml.substr(end);
  }
  for (const std::string text :
       {"<Value>x</Value>", "<Value>first</Value>", "<Value>none</Value>"}) {
    boost::algorithm::replace_all(xml, text, "<Value>" + planted + "</Value>");
  }
  return xml;
}

struct Planted : EndpointFixture {
  Planted() { make_rows_for_samples(*this); }

  HttpRequest request_of(const OperationInfo& info, const std::string& given_ticket) {
    const std::string token = "<ApplicationToken xmlns=\"" + std::string(services_uri) + "\">" +
                              application_token + "</ApplicationToken>";
    const std::string name(info.name);
    HttpRequest request =
        posted(std::string(service_name(info.service)), name, token + credentials(given_ticket),
               with_secrets(sample_for(*this, name, 11)));
    request.set("Authorization", "Bearer " + session);
    request.set("Cookie", "a=" + session);
    return request;
  }

  /// What is secret in the answer joins the others.
  void send(const HttpRequest& request) {
    std::string body = answer(request).body();
    boost::algorithm::erase_all(body, "</garbled>");
    if (body.find("GeneratedPassword") != std::string::npos ||
        body.find("GenerateNewPassword") != std::string::npos) {
      add_content(body, "<Response>");
    }
    add_content(body, "<Ticket>");
  }
  void add_content(const std::string& body, const std::string& tag) {
    const auto at = body.find(tag);
    if (at == std::string::npos) return;
    const auto begin = at + tag.size();
    secrets.push_back(body.substr(begin, body.find('<', begin) - begin));
  }

  std::string past() {
    std::string text;
    for (const char* target : {"requests", "requests?format=http", "requests?format=har"}) {
      text += get(std::string("/__admin/") + target).body();
    }
    for (const Journal::Entry& entry : tenant().journal.list()) {
      const std::string target = "/__admin/requests/" + std::to_string(entry->id);
      text += get(target).body() + get(target + "/explain").body();
    }
    return text + admin(boost::beast::http::verb::post, "requests/find", "{}") + state();
  }

  /// What else the admin API shows of a tenant.
  std::string state() {
    admin(boost::beast::http::verb::put, "snapshots/taken");
    std::string text = *journal_events(tenants, "default", 0)();
    for (const char* target : {"users", "snapshots", "tickets", "faults", "contract/report"}) {
      text += get(std::string("/__admin/") + target).body();
    }
    const auto tables = boost::json::parse(get("/__admin/data").body());
    for (const auto& table : tables.at("tables").as_array()) {
      text += get("/__admin/data/" + std::string(table.at("name").as_string())).body();
    }
    return text;
  }

  std::string admin(boost::beast::http::verb method, const std::string& target,
                    const std::string& body = "") {
    HttpRequest request(method, "/__admin/" + target, 11, body);
    request.set("Host", "localhost");
    return answer(request).body();
  }

  void check_nothing_shows(const LogCapture& log) {
    const std::string text = past();
    CHECK(text.find("\"requests\":[{") != std::string::npos);
    for (const std::string& secret : secrets) {
      REQUIRE(secret.size() > 8);
      CAPTURE(secret);
      const auto at = text.find(secret);
      CAPTURE(text.substr(at == std::string::npos ? 0 : at - std::min<std::size_t>(at, 200), 300));
      CHECK(at == std::string::npos);
    }
    check_log(log);
  }
  void check_log(const LogCapture& log) {
    for (const std::string& secret : secrets) CHECK_FALSE(log.contains(secret));
  }

  std::string ticket = login("ADM0", "adm0");
  std::vector<std::string> secrets{planted,           planted_ticket, planted_ticket.substr(3),
                                   application_token, session,        ticket.substr(3)};
};

std::vector<OperationInfo> all_operations() {
  std::vector<OperationInfo> all;
  const GateFixture emulator;
  emulator.operations.for_each([&](const OperationInfo& info) { all.push_back(info); });
  return all;
}

}  // namespace

TEST_CASE("Journaling: no secret of any operation shows in journal, exports, explain or log") {
  for (const OperationInfo& info : all_operations()) {
    CAPTURE(info.name);
    Planted emulator;
    const LogCapture log;
    const HttpRequest good = emulator.request_of(info, emulator.ticket);
    emulator.send(good);
    CHECK(emulator.tenant().journal.list().size() == 1);
    emulator.send(emulator.request_of(info, planted_ticket));
    HttpRequest garbled = good;
    garbled.set("X-Emulator-Fault", "garble");
    emulator.send(garbled);
    emulator.check_nothing_shows(log);
  }
}

TEST_CASE("Journaling: no secret of a message that is not understood shows") {
  Planted emulator;
  const LogCapture log;
  const std::string good = element("Password", planted);
  for (const std::string& parameters : {
           "<Password>x&" + planted + ";</Password>",
           "<Password>x<" + planted + "</Password>",
           "<Password><!-- </Password> -->" + planted + "</Password>",
           "<Password><![CDATA[</Password>]]>" + planted + "</Password>",
           "<Password a=\"" + planted + "\">x</Password>",
           "<q:Password>" + planted + "</q:Password>",
           "<Password>" + element(planted, "") + "</Password>",
           "<Password>&" + planted,
           "<password>" + planted + "</password>",
           "<!-- " + good + " -->" + element("AssociateId", "x"),
           good + element("AssociateId", "x"),
           good + "<UserName>&#55;T:" + planted + "</UserName>",
           element("UserName", planted_ticket) + element("AssociateId", "x"),
       }) {
    HttpRequest request =
        posted("User", "SetExternalUserInfo", credentials(planted_ticket), parameters);
    emulator.send(request);
    std::string wide = "\xFF\xFE";
    for (const char c : request.body()) wide += {c, '\0'};
    request.body() = wide;
    emulator.send(request);
    request.body().resize(request.body().size() - 100);
    emulator.send(request);
  }
  CHECK(emulator.tenant().journal.list().size() == 39);
  emulator.check_nothing_shows(log);
}

TEST_CASE("Journaling: no problem of the admin API tells a secret of the request") {
  using boost::beast::http::verb;
  struct Case {
    verb method;
    std::string target, body;
  };
  Planted emulator;
  const LogCapture log;
  const std::string quoted = "\"" + planted + "\"";
  for (const Case& c : {
           Case{verb::post, "seed", R"({"users":[{"name":"x","password":)" + quoted + "}]}"},
           Case{verb::post, "seed", R"({"users":[{"name":"x","password":[)" + quoted + "]}]}"},
           Case{verb::post, "seed", R"({"users":[{"name":"x","password":)" + quoted},
           Case{verb::post, "tickets", R"({"associateId":11,"password":)" + quoted + "}"},
           Case{verb::post, "tickets", R"({"associateId":)" + quoted + "}"},
           Case{verb::post, "tickets", R"({"associateId":11,"kind":")" + planted_ticket + "\"}"},
           Case{verb::put, "clock", R"({"now":")" + planted_ticket + "\"}"},
           Case{verb::post, "requests/find",
                R"({"parameters":{"Password":{"matches":"()" + planted + "\"}}}"},
           Case{verb::post, "faults", R"({"kind":")" + planted_ticket + "\"}"},
           Case{verb::delete_, "tickets/" + planted_ticket, ""},
           Case{verb::get, "data/" + planted_ticket, ""},
           Case{verb::post, "snapshots/" + planted_ticket + "/restore", ""},
       }) {
    CAPTURE(c.target);
    const std::string problem = emulator.admin(c.method, c.target, c.body);
    CAPTURE(problem);
    CHECK(problem.find("\"detail\":") != std::string::npos);
    CHECK(problem.find(planted) == std::string::npos);
    CHECK(problem.find(planted_ticket.substr(3)) == std::string::npos);
  }
  emulator.check_log(log);
}

TEST_CASE("Journaling: a ticket shows nowhere, wherever it was given") {
  Planted emulator;
  const LogCapture log;
  const auto call = [&](const std::string& service, const std::string& operation,
                        const std::string& parameters) {
    emulator.send(posted(service, operation, credentials(emulator.ticket), parameters));
  };
  for (const std::string& ticket : {emulator.ticket, planted_ticket}) {
    call("SoPrincipal", "AuthenticateUsernamePassword",
         element("UserName", ticket) + element("Password", ""));
    call("SoPrincipal", "AuthenticateWithAccessToken", element("AccessToken", ticket));
    call("SoPrincipal", "AuthenticateGeneric",
         "<AuthenticationData><AuthenticationGenericDataKeyValuePair><Key>Ticket</Key><Value>" +
             ticket + "</Value></AuthenticationGenericDataKeyValuePair></AuthenticationData>");
    call("User", "GetUserFromName", element("UserName", ticket));
    call("User", "DeleteUserFromName", element("UserName", ticket));
    call("User", "SetPasswordFromName", element("AssociateName", ticket));
    HttpRequest request = posted("User", "GetUser", credentials(ticket), "");
    request.target("/Remote/Services86/User.svc?t=" + ticket);
    request.set("X-Own", ticket);
    emulator.send(request);
  }
  emulator.check_nothing_shows(log);
}
