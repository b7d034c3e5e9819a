#include <algorithm>

#include "tests/conformance/case.h"
#include "tests/conformance/cases/own_groups.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

namespace conformance {
namespace {

Answer all_groups(Session& session, bool with_deleted) {
  Answer groups = session.call(Call("GetAllUserGroups").boolean("IncludeDeleted", with_deleted));
  expect_success(groups);
  return groups;
}

std::string ids_of(Session& session, const Call& call) {
  const Answer groups = session.call(call);
  expect_success(groups);
  expect(!groups.response().is_nil(), "the list is nil");
  std::string ids;
  for (const std::string& id : texts_of(groups.response(), "Id")) ids += id + " ";
  return ids;
}

int deleted_group(Session& session) {
  const std::string name = session.fresh_name();
  const int id = own_group(session, name);
  expect_success(save_group(session, "<Value>" + name + "</Value><Id>" + std::to_string(id) +
                                         "</Id><Deleted>1</Deleted>"));
  return id;
}

CONFORMANCE_CASE("GetUserGroup", "has the group of the id", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const std::string name = session.fresh_name();
  const int id = own_group(session, name, "<Rank>31000</Rank>");
  const Answer group = group_of(session, id);
  expect_number(group, "Id", id);
  expect_text(group, "Value", name);
  expect_text(group, "Tooltip", "of " + name);
  expect_number(group, "Rank", 31000);
  expect_number(group, "Deleted", 0);
}

CONFORMANCE_CASE("GetUserGroup", "an id that is not there is nil", .source = Source::inferred,
                 .assumption = "A-GET-UNKNOWN") {
  for (const int id : {nobody, 0, -1}) {
    const Answer group = group_of(session, id);
    expect_success(group);
    expect_nil(group);
  }
}

CONFORMANCE_CASE("GetUserGroup", "finds deleted groups", .source = Source::inferred, .writes = true,
                 .needs_rights = true, .assumption = "A-GROUP-LIST") {
  const int id = deleted_group(session);
  expect_number(group_of(session, id), "Deleted", 1);
  expect_equal("the list", ids_of(session, Call("GetUserGroupList").numbers("UserGroupIds", {id})),
               std::to_string(id) + " ");
}

CONFORMANCE_CASE("GetUserGroupList", "has the groups of the ids", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const std::string name = session.fresh_name();
  const int id = own_group(session, name);
  const Answer groups = session.call(Call("GetUserGroupList").numbers("UserGroupIds", {id}));
  expect_equal("number of groups", groups.response().children().size(), 1U);
  expect_text(groups, "UserGroup/Value", name);
}

CONFORMANCE_CASE("GetUserGroupList", "keeps the order, has each once, leaves out what is not there",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-GET-UNKNOWN") {
  const int one = own_group(session, session.fresh_name());
  const int two = own_group(session, session.fresh_name());
  expect_equal(
      "the list",
      ids_of(session, Call("GetUserGroupList").numbers("UserGroupIds", {two, nobody, one, two, 0})),
      std::to_string(two) + " " + std::to_string(one) + " ");
}

CONFORMANCE_CASE("GetUserGroupList", "without ids it is empty, and not nil",
                 .source = Source::inferred, .assumption = "A-GET-UNKNOWN") {
  for (const Call& call : {Call("GetUserGroupList"), Call("GetUserGroupList").nil("UserGroupIds"),
                           Call("GetUserGroupList").numbers("UserGroupIds", {})}) {
    expect_equal("the list", ids_of(session, call), "");
  }
}

CONFORMANCE_CASE("GetAllUserGroups", "IncludeDeleted adds the deleted groups",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const int there = own_group(session, session.fresh_name());
  const int deleted = deleted_group(session);
  const Answer without = all_groups(session, false);
  expect(has_item(without, "Id", there), "a new group is not in the list");
  expect(!has_item(without, "Id", deleted),
         "a deleted group is in the list without IncludeDeleted");
  const Answer with = all_groups(session, true);
  expect(has_item(with, "Id", there) && has_item(with, "Id", deleted),
         "IncludeDeleted leaves out a group");
}

CONFORMANCE_CASE("GetAllUserGroups", "is in the order of rank, then of id",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-GROUP-LIST") {
  own_group(session, session.fresh_name(), "<Rank>31000</Rank>");
  own_group(session, session.fresh_name(), "<Rank>31000</Rank>");
  own_group(session, session.fresh_name(), "<Rank>30999</Rank>");
  for (const bool with_deleted : {false, true}) {
    const Answer groups = all_groups(session, with_deleted);
    std::pair<int, int> before{-32768, 0};
    for (const Element& group : groups.response().children()) {
      const std::pair<int, int> now{std::stoi(group.at("Rank").text()),
                                    std::stoi(group.at("Id").text())};
      expect(before < now, "group " + std::to_string(now.second) + " comes too late");
      before = now;
    }
  }
}

CONFORMANCE_CASE("GetAllUserGroups", "external users may ask for groups",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ACCESS") {
  const std::string ticket = ticket_of(session, active_user(session));
  for (Call call : {Call("GetAllUserGroups"), Call("GetUserGroup"), Call("GetUserGroupList"),
                    Call("CreateUserGroup")}) {
    expect_success(session.call(call.ticket(ticket)));
  }
}

CONFORMANCE_CASE("CreateUserGroup", "its rank is the highest", .source = Source::document) {
  undisturbed([&] {
    const Answer blank = session.call(Call("CreateUserGroup"));
    expect_success(blank);
    const Answer groups = all_groups(session, false);
    for (const std::string& rank : texts_of(groups.response(), "Rank")) {
      expect(std::stoi(rank) <= blank.number("Rank"), "a group has the higher rank " + rank);
    }
  });
}

CONFORMANCE_CASE("CreateUserGroup", "is blank and not stored, its rank one above all others",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-DEFAULT-GROUP") {
  undisturbed([&] {
    const auto others = [&session] {
      const auto names = texts_of(all_groups(session, true).response(), "Value");
      return std::ranges::count_if(names,
                                   [](const auto& name) { return !Session::is_of_a_run(name); });
    };
    const auto before = others();
    const Answer blank = session.call(Call("CreateUserGroup"));
    expect_number(blank, "Id", 0);
    expect_text(blank, "Value", "");
    expect_text(blank, "Tooltip", "");
    expect_number(blank, "Deleted", 0);
    expect_equal("number of groups", others(), before);

    const int rank = blank.number("Rank");
    own_group(session, session.fresh_name(), "<Rank>" + std::to_string(rank) + "</Rank>");
    expect_number(session.call(Call("CreateUserGroup")), "Rank", rank + 1);
  });
}

}  // namespace
}  // namespace conformance
