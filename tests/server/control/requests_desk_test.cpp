#include "server/control/requests_desk.h"

#include <doctest/doctest.h>

#include "tests/server/control/admin_call.h"
#include "tests/server/control/journal_samples.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

/// With the entries 1 GetUser, 2 GetRole (refused), 3 GetUser.
struct Desk : AdminFixture {
  Desk() {
    tenants.of("other");
    tenant().journal.add(sample_entry("GetUser"));
    JournalEntry refused = refused_entry("SoIllegalOperationException", "not-permitted", "no");
    refused.operation = "GetRole";
    refused.associate = "SAL1";
    refused.time = "2026-01-15T09:00:01Z";
    tenant().journal.add(std::move(refused));
    JournalEntry last = sample_entry("GetUser");
    last.time = "2026-01-15T09:00:02Z";
    tenant().journal.add(std::move(last));
  }

  /// Such as `1 3 of 2`: ids, and total.
  std::string listed(const std::string& target) {
    const AdminReply reply = get(target);
    CHECK(reply.status == 200);
    return ids(reply) + "of " + std::to_string(reply["/total"].as_int64());
  }
  static std::string ids(const AdminReply& reply) {
    std::string text;
    for (const auto& one : reply["/requests"].as_array()) {
      text += std::to_string(one.at("id").as_int64()) + " ";
    }
    return text;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Desk, "Requests desk: the list has those that are asked for, newest last") {
  struct Case {
    const char* target;
    const char* ids;
  };
  for (const Case& c : {
           Case{"requests", "1 2 3 of 3"},
           Case{"tenants/default/requests", "1 2 3 of 3"},
           Case{"tenants/other/requests", "of 0"},
           Case{"requests?since=1", "2 3 of 2"},
           Case{"requests?since=2026-01-15T09:00:01Z", "2 3 of 2"},
           Case{"requests?limit=2", "2 3 of 3"},
           Case{"requests?limit=9", "1 2 3 of 3"},
           Case{"requests?operation=getuser", "1 3 of 2"},
           Case{"requests?operation=GetUser&limit=1", "3 of 2"},
           Case{"requests?associate=SAL1", "2 of 1"},
           Case{"requests?succeeded=true", "1 3 of 2"},
           Case{"requests?succeeded=false", "2 of 1"},
           Case{"requests?error=not-permitted&format=json", "2 of 1"},
       }) {
    CAPTURE(c.target);
    CHECK(listed(c.target) == c.ids);
  }
  const AdminReply all = get("requests");
  CHECK(all["/dropped"].as_int64() == 0);
  CHECK(all["/requestJournalDisabled"].as_bool() == false);
  CHECK_FALSE(all["/requests/0/request"].as_object().contains("body"));
}

TEST_CASE_FIXTURE(Desk, "Requests desk: a query that makes no sense is named") {
  struct Case {
    const char* target;
    const char* field;
  };
  for (const Case& c :
       {Case{"requests?since=x", "since"}, Case{"requests?limit=0", "limit"},
        Case{"requests?limit=-1", "limit"}, Case{"requests?limit=x", "limit"},
        Case{"requests?succeeded=1", "succeeded"}, Case{"requests?format=xml", "format"}}) {
    CAPTURE(c.target);
    const AdminReply reply = get(c.target);
    CHECK(reply.status == 400);
    CHECK(reply.field == c.field);
  }
}

TEST_CASE_FIXTURE(Desk, "Requests desk: one is read whole, explained, and removed") {
  const AdminReply one = get("requests/2");
  CHECK(one.status == 200);
  CHECK(one["/operation"].as_string() == "GetRole");
  CHECK(one["/request/body"].as_string() == "<question/>");
  CHECK(one["/response/bodySize"].as_int64() == 9);
  const AdminReply explained = get("requests/2/explain");
  CHECK(explained["/id"].as_int64() == 2);
  CHECK(explained["/findings/0/id"].as_string() == "not-permitted");
  CHECK(explained["/text"].as_string().find("not-permitted") != boost::json::string::npos);
  CHECK(remove("requests/2")["/removed"].as_int64() == 1);
  CHECK(listed("requests") == "1 3 of 2");
  for (const char* id : {"2", "4", "0", "x", "-1", "1x", "99999999999999999999999"}) {
    CAPTURE(id);
    const std::string path = std::string("requests/") + id;
    CHECK(get(path).status == 404);
    CHECK(get(path + "/explain").status == 404);
    CHECK(remove(path).status == 404);
  }
}

TEST_CASE_FIXTURE(Desk, "Requests desk: all are forgotten, and ids go on") {
  CHECK(remove("requests")["/removed"].as_int64() == 3);
  CHECK(remove("requests")["/removed"].as_int64() == 0);
  CHECK(listed("requests") == "of 0");
  tenant().journal.add(sample_entry());
  CHECK(listed("requests") == "4 of 1");
}

TEST_CASE_FIXTURE(Desk, "Requests desk: those that are like the criteria are counted and found") {
  const std::string criteria = R"({"operation":"GetUser","succeeded":true})";
  CHECK(post("requests/count", criteria).body == R"({"count":2,"requestJournalDisabled":false})");
  CHECK(post("requests/count").body == R"({"count":3,"requestJournalDisabled":false})");
  CHECK(post("tenants/other/requests/count", criteria)["/count"].as_int64() == 0);
  const AdminReply found = post("requests/find", criteria);
  CHECK(ids(found) == "1 3 ");
  CHECK(found["/requests/0/request/method"].as_string() == "POST");
  CHECK(found["/requests/0/method"].as_string() == "POST");  // WireMock's form.
  CHECK(found["/requests/0/body"] == found["/requests/0/request/body"]);
  CHECK(found["/requestJournalDisabled"].as_bool() == false);
  for (const char* path : {"requests/count", "requests/find", "requests/remove"}) {
    CAPTURE(path);
    const AdminReply refused = post(path, R"({"operation":"GetUser","scenario":"x"})");
    CHECK(refused.status == 400);
    CHECK(refused.field == "scenario");
  }
  CHECK(listed("requests") == "1 2 3 of 3");
}

TEST_CASE_FIXTURE(Desk, "Requests desk: those that are like the criteria are removed") {
  CHECK(ids(post("requests/remove", R"({"associate":"ADM0"})")) == "1 3 ");
  CHECK(listed("requests") == "2 of 1");
}

TEST_CASE_FIXTURE(Desk, "Requests desk: the journal is exported as HTTP messages and as HAR") {
  const AdminReply messages = get("requests?format=http&limit=1");
  CHECK(messages.content_type == "text/plain; charset=utf-8");
  CHECK(messages.file_name == "requests.http");
  CHECK(messages.body.starts_with("### 3 2026-01-15T09:00:02Z GetUser\r\nPOST "));
  const AdminReply archive = get("requests?format=har&operation=GetUser");
  CHECK(archive.content_type == "application/json");
  CHECK(archive.file_name == "requests.har");
  CHECK(archive["/log/entries"].as_array().size() == 2);
}

TEST_CASE("Requests desk: what was lost, and a journal that is switched off, are told") {
  Journal small{JournalSettings{.entries = 2}};
  for (int i = 0; i < 5; ++i) small.add(sample_entry());
  CHECK(count_requests_json(small, "") ==
        R"({"count":2,"requestJournalDisabled":false,"dropped":3})");
  const auto list = boost::json::parse(requests_answer(small, {}).body);
  CHECK(list.at("total").as_int64() == 2);
  CHECK(list.at("dropped").as_int64() == 3);
  Journal off{JournalSettings{.entries = 0}};
  off.add(sample_entry());
  CHECK(count_requests_json(off, "{}") == R"({"count":0,"requestJournalDisabled":true})");
  CHECK(find_requests_json(off, "{}") == R"({"requests":[],"requestJournalDisabled":true})");
  CHECK(
      requests_answer(off, {}).body ==
      R"({"requests":[],"total":0,"meta":{"total":0},"dropped":0,"requestJournalDisabled":true})");
}

TEST_CASE("Requests desk: an installation that nobody has used is none, and is not made") {
  GateFixture emulator;
  for (const auto& [method, path] :
       {std::pair{"GET", "requests"}, std::pair{"DELETE", "requests"},
        std::pair{"GET", "requests/1"}, std::pair{"DELETE", "requests/1"},
        std::pair{"POST", "requests/count"}, std::pair{"POST", "requests/find"}}) {
    CAPTURE(path);
    const AdminReply reply =
        admin_call(emulator.gate, method, "tenants/tset17/" + std::string(path));
    CHECK(reply.status == 404);
    CHECK(reply.field == "tenant");
    CHECK(emulator.tenants.find("tset17") == nullptr);
  }
}
