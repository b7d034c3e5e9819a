#include "server/control/ticket_desk.h"
#include "server/domain/secrets.h"
#include "server/tenants/tickets.h"
#include "tests/server/control/admin_call.h"

using namespace emulator;
using namespace emulator::testing;
using namespace std::chrono_literals;

namespace {

struct Tickets : AdminFixture {
  std::string reason(const std::string& ticket) {
    return call(ticket, "GetUserInfo", element("UserInfoId", "12")).parameter("Reason");
  }
  IssuedTicket session(int associate_id) { return issue_ticket(tenant(), associate_id, ""); }
};

}  // namespace

TEST_CASE_FIXTURE(Tickets, "Ticket desk: tickets are listed with whose they are, and until when") {
  CHECK(get("tickets").body == R"({"tickets":[]})");
  const IssuedTicket first = session(11);
  advance(1h);
  const IssuedTicket token = issue_access_token(tenant(), 12);
  CHECK(reason(first.text) == "(none)");
  const AdminReply list = get("tickets");
  CHECK(list.status == 200);
  CHECK(list["/tickets"] == boost::json::array{{{"id", first.id},
                                                {"associateId", 11},
                                                {"associate", "ADM0"},
                                                {"kind", "7T"},
                                                {"validTo", "2026-01-15T16:00:00Z"},
                                                {"lastUsed", "2026-01-15T10:00:00Z"}},
                                               {{"id", token.id},
                                                {"associateId", 12},
                                                {"associate", "SAL1"},
                                                {"kind", "8A"},
                                                {"validTo", "2026-01-15T11:00:00Z"},
                                                {"lastUsed", "2026-01-15T10:00:00Z"}}});
  CHECK(list.body.find(first.text.substr(3)) == std::string::npos);
}

TEST_CASE_FIXTURE(Tickets,
                  "Ticket desk: a credential that is no ticket is not listed, nor deleted") {
  store::Credential row{.associate_id = 11, .type = "Ticket", .search_name = "not ours"};
  row.usage = store::CredentialUsage::outbound;  // As a database that is a seed may have it.
  store().credentials.save(row, {"2026-01-15T09:00:00", 0});
  const auto password = store().credentials.find("CRM5/PASSWORD", "adm0").value();
  CHECK(get("tickets")["/tickets"].as_array().empty());
  for (const int id : {row.id, password.id}) {
    CHECK(remove("tickets/" + std::to_string(id)).status == 404);
    CHECK(store().credentials.find(id).has_value());
  }
  CHECK(post("tickets/expire").body == R"({"expired":0})");
  CHECK(post("reset?scope=tickets").status == 200);
  CHECK(store().credentials.find(row.id).value() == row);
}

TEST_CASE_FIXTURE(Tickets, "Ticket desk: one that is deleted is unknown, others go on") {
  const IssuedTicket one = session(11);
  const IssuedTicket other = session(11);
  const AdminReply removed = remove("tickets/" + std::to_string(one.id));
  CHECK(removed.status == 200);
  CHECK(removed["/id"] == one.id);
  CHECK(removed["/associate"] == "ADM0");
  CHECK(reason(one.text) == "unknown");
  CHECK(reason(other.text) == "(none)");
  for (const std::string& id :
       {std::to_string(one.id), std::string("0"), std::string("-1"), std::string("x"),
        std::to_string(other.id) + "x", std::string("99999999999"), std::string("expire")}) {
    CAPTURE(id);
    const AdminReply reply = remove("tickets/" + id);
    CHECK(reply.status == 404);
    CHECK(reply.field == "id");
  }
  CHECK(remove("tenants/other/tickets/" + std::to_string(other.id)).status == 404);
  CHECK(reason(other.text) == "(none)");
}

TEST_CASE_FIXTURE(Tickets, "Ticket desk: all tickets expire, and those of one user alone") {
  const IssuedTicket mine = session(11);
  const IssuedTicket token = issue_access_token(tenant(), 11);
  const IssuedTicket other = session(12);
  CHECK(post("tickets/expire", R"({"associateId":11})").body == R"({"expired":2})");
  CHECK(reason(mine.text) == "expired");
  CHECK(reason(token.text) == "expired");
  CHECK(reason(other.text) == "(none)");
  CHECK(post("tickets/expire").body == R"({"expired":1})");
  CHECK(reason(other.text) == "expired");
  CHECK(post("tickets/expire", "{}").body == R"({"expired":0})");
  CHECK(get("tickets")["/tickets/0/validTo"] == "2026-01-15T09:00:00Z");
  CHECK_FALSE(login("ADM0", "adm0").empty());  // Log-in goes on.
}

TEST_CASE_FIXTURE(Tickets, "Ticket desk: what is wrong with an expiry is named, and none expires") {
  const IssuedTicket ticket = session(11);
  struct Case {
    const char* body;
    int status;
    const char* field;
  };
  for (const Case& c : {
           Case{"[]", 400, ""},
           Case{R"({"associateId":"11"})", 400, "associateId"},
           Case{R"({"associateId":null})", 400, "associateId"},
           Case{R"({"id":1})", 400, "id"},
           Case{R"({"associateId":0})", 404, "associateId"},
           Case{R"({"associateId":99999})", 404, "associateId"},
       }) {
    CAPTURE(c.body);
    const AdminReply reply = post("tickets/expire", c.body);
    CHECK(reply.status == c.status);
    CHECK(reply.field == c.field);
  }
  CHECK(post("tenants/other/tickets/expire").body == R"({"expired":0})");
  CHECK(post("tenants/.x/tickets/expire").status == 404);
  CHECK(get("tenants/.x/tickets").status == 404);
  CHECK(reason(ticket.text) == "(none)");
}
