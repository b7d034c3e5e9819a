#include "server/transport/journaling.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "server/domain/secrets.h"
#include "server/operations/install.h"
#include "tests/server/transport/journaled_calls.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

StorageSettings storage_with(const JournalSettings& journal, std::size_t tenants_max) {
  start_secrets();
  StorageSettings storage;
  storage.tenants_max = tenants_max;
  storage.journal = journal;
  return storage;
}

/// An emulator whose journal is as the test wants it.
struct Journaled {
  explicit Journaled(const JournalSettings& journal, std::size_t tenants_max = 1000)
      : tenants(storage_with(journal, tenants_max), HashCost::min) {
    install_operations(operations);
  }

  HttpResponse answer(const HttpRequest& request) {
    return router.answer(request, {"127.0.0.1", false});
  }
  HttpResponse log_in() {
    return answer(posted("SoPrincipal", "AuthenticateUsernamePassword", "",
                         element("UserName", "ADM0") + element("Password", "adm0")));
  }
  std::vector<Journal::Entry> entries(const std::string& tenant = "default") {
    return tenants.of(tenant).journal.list();
  }

  Operations operations;
  Tenants tenants;
  ServiceSettings settings;
  Gate gate{operations, tenants, settings};
  Router router{gate};
};

std::string parameter(const JournalEntry& entry, const std::string& name) {
  const auto found =
      std::ranges::find(entry.parameters, name, &std::pair<std::string, std::string>::first);
  return found == entry.parameters.end() ? "(none)" : found->second;
}

}  // namespace

TEST_CASE_FIXTURE(EndpointFixture, "Journaling: an entry says who called what and how it ended") {
  const std::string ticket = login("ADM0", "adm0");
  const HttpRequest request =
      posted("User", "GetUserInfo", credentials(ticket), element("UserInfoId", "101"));
  const HttpResponse response = answer(request);
  const Journal::Entry entry = tenant().journal.find(1);
  REQUIRE(entry);
  CHECK(entry->time == "2026-01-15T09:00:00Z");
  CHECK(entry->tenant == "default");
  CHECK(entry->service == "User");
  CHECK(entry->operation == "GetUserInfo");
  CHECK(entry->associate_id == 11);
  CHECK(entry->associate == "ADM0");
  CHECK(entry->succeeded);
  CHECK(entry->status == 200);
  CHECK(entry->outcome == "ok");
  CHECK(entry->error.empty());
  CHECK(parameter(*entry, "UserInfoId") == "101");
  CHECK(entry->method == "POST");
  CHECK(entry->target == "/Remote/Services86/User.svc");
  CHECK(entry->request.body_size == request.body().size());
  CHECK(entry->answer.body_size == response.body().size());
  CHECK(entry->answer.body == response.body());
  CHECK(entry->request.headers[0] == std::pair<std::string, std::string>("Host", "h.test"));
}

TEST_CASE_FIXTURE(EndpointFixture, "Journaling: refusals, breaches and faults are in the entry") {
  HttpRequest request =
      posted("User", "GetUserInfo", "", element("UserInfoId", "11") + element("Extra", ""));
  request.set("X-Emulator-Delay", "1");
  answer(request);
  const Journal::Entry entry = tenant().journal.find(1);
  REQUIRE(entry);
  CHECK_FALSE(entry->succeeded);
  CHECK(entry->associate_id == 0);
  CHECK(entry->exception_type == "SuperOffice.Exceptions.SoSessionException");
  CHECK(entry->error == "not-authenticated");
  CHECK(entry->outcome.find("missing") != std::string::npos);
  CHECK(entry->fault == "header");
  REQUIRE(entry->breaches.size() == 1);
  CHECK(entry->breaches[0].id == "W-UNKNOWN-ELEMENT");
}

TEST_CASE("Journaling: a message that is not understood is kept, but makes no tenant") {
  Journaled emulator(JournalSettings{}, 2);
  HttpRequest request = posted("User", "GetUserInfo", "", "<UserInfoId>");
  CHECK(emulator.answer(request).result_int() == 400);
  REQUIRE(emulator.entries().size() == 1);
  CHECK(emulator.entries()[0]->operation.empty());
  CHECK(emulator.entries()[0]->error == "Client");
  CHECK(emulator.entries()[0]->status == 400);
  request.target("/Cust1/Remote/Services86/User.svc");
  CHECK(emulator.answer(request).result_int() == 400);
  CHECK(emulator.tenants.find("cust1") == nullptr);
  emulator.answer(posted("SoPrincipal", "GetSystemInfo", "", "", "Cust1"));
  CHECK(emulator.answer(request).result_int() == 400);
  CHECK(emulator.entries("cust1").size() == 2);
}

TEST_CASE("Journaling: with no room for the default tenant, a bad message is answered as ever") {
  Journaled emulator(JournalSettings{}, 1);
  emulator.answer(posted("SoPrincipal", "GetSystemInfo", "", "", "Cust1"));
  CHECK(emulator.answer(posted("User", "GetUserInfo", "", "<UserInfoId>")).result_int() == 400);
}

TEST_CASE("Journaling: a journal that is switched off gets nothing") {
  Journaled emulator(JournalSettings{.entries = 0});
  emulator.log_in();
  CHECK(emulator.entries().empty());
}

TEST_CASE("Journaling: with --no-redact everything is kept as it came") {
  Journaled emulator(JournalSettings{.redact = false});
  HttpRequest request = posted("SoPrincipal", "AuthenticateUsernamePassword", "",
                               element("UserName", "ADM0") + element("Password", "adm0"));
  request.set("Authorization", "Basic x");
  const HttpResponse response = emulator.answer(request);
  const Journal::Entry entry = emulator.entries().at(0);
  CHECK(entry->request.body == request.body());
  CHECK(entry->answer.body == response.body());
  CHECK(parameter(*entry, "Password") == "adm0");
  CHECK(std::ranges::find(entry->request.headers,
                          std::pair<std::string, std::string>("Authorization", "Basic x")) !=
        entry->request.headers.end());
}

TEST_CASE("Journaling: secrets are blanked, the rest is as it came") {
  Journaled emulator(JournalSettings{});
  const HttpResponse response = emulator.log_in();
  const Journal::Entry entry = emulator.entries().at(0);
  CHECK(parameter(*entry, "UserName") == "ADM0");
  CHECK(parameter(*entry, "Password") == "***");
  CHECK(entry->request.body.find("<Password>***</Password>") != std::string::npos);
  const std::string ticket =
      Reply(SoapAnswer{200, {}, {}, response.body()}).result("Credentials/Ticket");
  REQUIRE(ticket.starts_with("7T:"));
  std::string blanked = response.body();
  blanked.replace(blanked.find(ticket), ticket.size(), "***");
  CHECK(entry->answer.body == blanked);
}

TEST_CASE("Journaling: a large message is kept in part, with its length and few parameters") {
  Journaled emulator(JournalSettings{});
  std::string items;
  for (int i = 0; i < 20'000; ++i) items += "<a:int>1</a:int>";
  const HttpRequest request =
      posted("User", "SetFunctionalRights", "",
             element("RoleId", "6") +
                 "<FunctionalRightIds "
                 "xmlns:a=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">" +
                 items + "</FunctionalRightIds>");
  emulator.answer(request);
  const Journal::Entry entry = emulator.entries().at(0);
  CHECK(entry->request.body == request.body().substr(0, Journal::body_max));
  CHECK(entry->request.body_size == request.body().size());
  CHECK(entry->parameters.size() == 1000);
}

TEST_CASE("Journaling: of a body that is no XML, and of a query, nothing shows") {
  for (const char* body : {R"({"Password":"hunter2"})", "UserName=ADM0&Password=hunter2",
                           "  hunter2", "\xEF\xBB\xBFhunter2"}) {
    CAPTURE(body);
    Journaled emulator(JournalSettings{}, 2);
    HttpRequest request = posted("User", "GetUserInfo", "", "");
    request.body() = body;
    request.target("/Remote/Services86/User.svc?Password=hunter2");
    emulator.answer(request);
    REQUIRE(emulator.entries().size() == 1);
    CHECK(emulator.entries()[0]->request.body == "***");
    CHECK(emulator.entries()[0]->request.body_size == request.body().size());
    CHECK(emulator.entries()[0]->target == "/Remote/Services86/User.svc?***");
    CHECK(emulator.entries()[0]->outcome.find("hunter2") == std::string::npos);
  }
}
