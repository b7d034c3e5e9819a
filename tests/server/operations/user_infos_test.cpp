#include <doctest/doctest.h>

#include <boost/algorithm/string/join.hpp>

#include "tests/support/gate_fixture.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

constexpr const char* arrays = "http://schemas.microsoft.com/2003/10/Serialization/Arrays";

std::string id_list(const std::vector<int>& ids) {
  std::string items;
  for (const int id : ids) items += "<a:int>" + std::to_string(id) + "</a:int>";
  return std::string("<UserInfoIds xmlns:a=\"") + arrays + "\">" + items + "</UserInfoIds>";
}

/// The ids of the answer.
std::string listed_ids(const Reply& reply) {
  return boost::algorithm::join(reply.texts("Body/*/Response/UserInfo/UserInfoId"), " ");
}

}  // namespace

TEST_CASE("GetUserInfo: every field, for each kind of user") {
  const std::vector<std::string> fields{
      "UserInfoId", "UserName",    "PersonId",    "Rank",          "Tooltip",
      "Deleted",    "UserGroupId", "EjUserId",    "UserType",      "GrantedLicenses",
      "CanLogon",   "RoleName",    "RoleTooltip", "UserGroupName", "UserGroupTooltip"};
  const std::vector<std::vector<std::string>> users{
      {"11", "ADM0", "147", "1", "Ada Moe", "false", "1", "0", "InternalAssociate",
       "superoffice.user", "true", "User level 0",
       "Administrator: all data and all of the administration", "Administration",
       "Management and office"},
      {"12", "SAL1", "148", "2", "Siri Lund", "false", "2", "0", "InternalAssociate",
       "superoffice.user", "true", "User level 2", "Full access within the own group", "Sales",
       "Sells"},
      {"14", "SYS0", "0", "4", "System user", "false", "0", "0", "SystemAssociate",
       "superoffice.system-user-cal", "true", "System user", "Integrations: no right is checked",
       "", ""},
      {"15", "ANON", "0", "5", "Anonymous user", "false", "0", "0", "AnonymousAssociate",
       "superoffice.anonymous-user-cal", "false", "Anonymous user", "Whoever does not log in", "",
       ""},
      {"101", "ext1@fjord.example", "501", "6", "Kari Nord", "false", "0", "0", "ExternalAssociate",
       "superoffice.extern-user-cal", "true", "External user",
       "Consultant or partner: sees what is published", "", ""},
      {"102", "ext2@fjord.example", "502", "7", "Per Dahl", "false", "0", "0", "ExternalAssociate",
       "(none)", "false", "External user", "Consultant or partner: sees what is published", "", ""},
      {"103", "ext3@nordlys.example", "503", "8", "Ingrid Berg", "false", "0", "0",
       "ExternalAssociate", "superoffice.extern-user-cal superoffice.admin-extern-user", "true",
       "Partner", "External user at a partner company", "", ""},
  };
  GateFixture emulator;
  const std::string ticket = emulator.login("SAL1", "sal1");
  for (const auto& user : users) {
    CAPTURE(user[0]);
    const Reply reply = emulator.call(ticket, "GetUserInfo", element("UserInfoId", user[0]));
    CHECK(reply.result("Response/TableRight/Mask") == "Select");
    for (std::size_t i = 0; i < fields.size(); ++i) {
      CAPTURE(fields[i]);
      const bool is_list = fields[i] == "GrantedLicenses";
      const auto texts = reply.texts("Body/*/Response/" + fields[i] + (is_list ? "/string" : ""));
      CHECK((texts.empty() ? "(none)" : boost::algorithm::join(texts, " ")) == user[i]);
    }
  }
}

TEST_CASE("GetUserInfo: an unknown user is a success with nil") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const std::string& id : {element("UserInfoId", "0"), element("UserInfoId", "99999"),
                                element("UserInfoId", "-2147483648"), std::string()}) {
    CAPTURE(id);
    const Reply reply = emulator.call(ticket, "GetUserInfo", id);
    CHECK(reply.succeeded() == "true");
    CHECK(reply.result("Response") == "(nil)");
  }
}

TEST_CASE("GetUserInfo: a retired user cannot log on, whatever licence it holds") {
  GateFixture emulator;
  auto associate = emulator.store().associates.find(101).value();
  associate.deleted = true;
  emulator.store().associates.save(associate, {});
  const Reply reply =
      emulator.call(emulator.login("ADM0", "adm0"), "GetUserInfo", element("UserInfoId", "101"));
  CHECK(reply.result("Response/Deleted") == "true");
  CHECK(reply.result("Response/CanLogon") == "false");
  CHECK(reply.result("Response/GrantedLicenses/string") == "superoffice.extern-user-cal");
}

TEST_CASE("GetUserInfoList: in the order asked for, each once, unknown ids left out") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  struct Case {
    std::vector<int> asked;
    std::string answered;
  };
  for (const Case& c :
       {Case{{103, 11, 102}, "103 11 102"}, Case{{11, 102, 103}, "11 102 103"},
        Case{{12, 12, 11, 12, 11}, "12 11"}, Case{{0, 99999, 15, -1, 99999, 14}, "15 14"},
        Case{{99999}, ""}, Case{{}, ""}}) {
    CAPTURE(c.answered);
    const Reply reply = emulator.call(ticket, "GetUserInfoList", id_list(c.asked));
    CHECK(reply.succeeded() == "true");
    CHECK(listed_ids(reply) == c.answered);
  }
}

TEST_CASE("GetUserInfoList: without a list, or with a nil one, the answer is an empty list") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  for (const std::string list : {"", "<UserInfoIds i:nil=\"true\"/>"}) {
    CAPTURE(list);
    const Reply reply = emulator.call(ticket, "GetUserInfoList", list);
    CHECK(reply.succeeded() == "true");
    CHECK(reply.result("Response") == "");
    CHECK(listed_ids(reply) == "");
  }
}

TEST_CASE("GetUserInfoList: its items are those of GetUserInfo") {
  GateFixture emulator;
  const std::string ticket = emulator.login("ADM0", "adm0");
  const Reply list = emulator.call(ticket, "GetUserInfoList", id_list({103}));
  const Reply single = emulator.call(ticket, "GetUserInfo", element("UserInfoId", "103"));
  CHECK(list.texts("Body/*/Response/UserInfo/*") == single.texts("Body/*/Response/*"));
  CHECK(list.texts("Body/*/Response/UserInfo/*").size() == 17);
}
