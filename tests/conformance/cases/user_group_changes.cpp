#include "tests/conformance/case.h"
#include "tests/conformance/cases/own_groups.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

namespace conformance {
namespace {

std::string id_member(int id) { return "<Id>" + std::to_string(id) + "</Id>"; }

std::string value_member(const std::string& name) { return "<Value>" + name + "</Value>"; }

std::string cannot_take(int id) {
  return "The user group " + std::to_string(id) +
         " cannot take the members of the deleted one: it must be another one that is not deleted";
}

/// An employee whose primary group is `primary`, and who is in `other` as well.
OwnUser member_of(Session& session, int primary, int other) {
  return saved_user(session, "InternalAssociate",
                    {{"UserGroup/Id", std::to_string(primary)},
                     {"OtherGroups", "<UserGroup>" + id_member(other) + "</UserGroup>"}});
}

CONFORMANCE_CASE("SaveUserGroup", "makes a group from the one of CreateUserGroup",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const int target = other_group(session);
  const std::string name = session.fresh_name();
  const Answer blank = session.call(Call("CreateUserGroup"));
  const Answer saved =
      save_group(session, copy_of(blank.response(), {{"Value", name}, {"Tooltip", "A &amp; B"}}));
  expect_success(saved);
  const int id = saved.number("Id");
  remove_group_afterwards(session, id, target);
  expect(id > 0, "the group that is answered has no id");
  const Answer stored = group_of(session, id);
  expect_text(stored, "Value", name);
  expect_text(stored, "Tooltip", "A & B");
  expect_text(stored, "Rank", blank.text("Rank"));
}

CONFORMANCE_CASE("SaveUserGroup", "a group that is fetched, changed and sent back is changed",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const int id = own_group(session, session.fresh_name(), "<Rank>7</Rank>");
  const std::string name = session.fresh_name();
  const Answer saved =
      save_group(session, copy_of(group_of(session, id).response(), {{"Value", name}}));
  expect_success(saved);
  expect_number(saved, "Id", id);
  expect_text(saved, "Value", name);
  expect_text(group_of(session, id), "Value", name);
  expect_number(group_of(session, id), "Rank", 7);
}

CONFORMANCE_CASE("SaveUserGroup", "what is not sent becomes blank", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-SAVE-USER-GROUP") {
  const std::string name = session.fresh_name();
  const int id = own_group(session, name, "<Rank>7</Rank>");
  expect_success(save_group(session, value_member(name) + id_member(id)));
  const Answer stored = group_of(session, id);
  expect_text(stored, "Tooltip", "");
  expect_number(stored, "Rank", 0);
}

CONFORMANCE_CASE("SaveUserGroup", "a name is one group's, in any case, deleted ones included",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-SAVE-USER-GROUP") {
  const std::string name = session.fresh_name();
  const int id = own_group(session, name);
  const int other = own_group(session, session.fresh_name());
  std::string upper = name;
  upper.replace(0, 7, "CONFORM");  // Of the run's prefix.
  const std::string message = "There is already a user group with the same name.";
  expect_refused(save_group(session, value_member(upper)), invalid_argument, message);
  expect_refused(save_group(session, value_member(upper) + id_member(other)), invalid_argument,
                 message);
  expect_success(save_group(session, value_member(upper) + id_member(id)));
  expect_success(save_group(session, value_member(name) + id_member(id) + "<Deleted>1</Deleted>"));
  expect_refused(save_group(session, value_member(name)), invalid_argument, message);
}

CONFORMANCE_CASE("SaveUserGroup", "a name of another group is refused", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const std::string name = session.fresh_name();
  own_group(session, name);
  const Answer again = save_group(session, value_member(name));
  expect(!again.succeeded(), "a second group of one name is made");
}

CONFORMANCE_CASE("SaveUserGroup", "texts that are missing or too long are refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-SAVE-USER-GROUP") {
  for (const NoText& no : without_text("Value")) {
    expect_refused(save_group(session, no.xml), invalid_argument, "Value is missing");
  }
  const std::string name = session.fresh_name();
  expect_refused(save_group(session, value_member(name + std::string(240 - name.size(), 'x'))),
                 invalid_argument, "Value is too long: at most 239 characters");
  expect_refused(
      save_group(session, value_member(name) + "<Tooltip>" + std::string(255, 'x') + "</Tooltip>"),
      invalid_argument, "Tooltip is too long: at most 254 characters");
  own_group(session, name + std::string(239 - name.size(), 'x'));
}

CONFORMANCE_CASE("SaveUserGroup", "Deleted other than 0 is 1, and 0 shows the group again",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-SAVE-USER-GROUP") {
  const std::string name = session.fresh_name();
  const int id = own_group(session, name);
  const std::string members = value_member(name) + id_member(id);
  expect_number(save_group(session, members + "<Deleted>2</Deleted>"), "Deleted", 1);
  expect_number(group_of(session, id), "Deleted", 1);
  expect_number(save_group(session, members + "<Deleted>0</Deleted>"), "Deleted", 0);
}

CONFORMANCE_CASE("SaveUserGroup", "members of a group that is hidden stay in it",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-SAVE-USER-GROUP") {
  const std::string name = session.fresh_name();
  const int id = own_group(session, name);
  const OwnUser member = member_of(session, id, other_group(session));
  expect_success(save_group(session, value_member(name) + id_member(id) + "<Deleted>1</Deleted>"));
  expect_number(user_of(session, member.id), "UserGroup/Id", id);
}

CONFORMANCE_CASE("SaveUserGroup", "an id that is not there, or no group, is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NOT-FOUND") {
  expect_refused(save_group(session, value_member(session.fresh_name()) + id_member(nobody)),
                 not_found, "UserGroup id " + std::to_string(nobody) + " not found");
  for (const Call& call : {Call("SaveUserGroup"), Call("SaveUserGroup").nil("UserGroup")}) {
    expect_refused(session.call(call), invalid_argument, "UserGroup is missing");
  }
}

CONFORMANCE_CASE("DeleteUserGroup", "the group goes, and its members move to the other one",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const int group = own_group(session, session.fresh_name());
  const int target = own_group(session, session.fresh_name());
  const OwnUser member = member_of(session, group, other_group(session));
  const Answer deleted = delete_group(session, group, target);
  expect_success(deleted);
  expect(deleted.body().children().empty(), "the answer of a void operation has something in it");
  expect_number(user_of(session, member.id), "UserGroup/Id", target);
  const Answer groups = session.call(Call("GetAllUserGroups").boolean("IncludeDeleted", false));
  expect(!has_item(groups, "Id", group), "the group is in the list");
}

CONFORMANCE_CASE("DeleteUserGroup", "the row is gone, and the name is free",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-DELETE-GROUP") {
  const std::string name = session.fresh_name();
  const int group = own_group(session, name);
  expect_success(delete_group(session, group, 0));
  expect_nil(group_of(session, group));
  own_group(session, name);
}

CONFORMANCE_CASE("DeleteUserGroup", "who was in it besides, or is retired, moves as well",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-DELETE-GROUP") {
  const int group = own_group(session, session.fresh_name());
  const int target = own_group(session, session.fresh_name());
  const OwnUser member = member_of(session, other_group(session), group);
  expect_success(change(session, member.id, {{"Deleted", "true"}}));
  expect_success(delete_group(session, group, target));
  expect_number(user_of(session, member.id), "OtherGroups/UserGroup/Id", target);
}

CONFORMANCE_CASE("DeleteUserGroup", "members must go to another group that is not deleted",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-DELETE-GROUP") {
  const int group = own_group(session, session.fresh_name());
  const std::string name = session.fresh_name();
  const int hidden = own_group(session, name);
  expect_success(
      save_group(session, value_member(name) + id_member(hidden) + "<Deleted>1</Deleted>"));
  member_of(session, group, other_group(session));
  for (const int target : {0, group, hidden, nobody}) {
    expect_refused(delete_group(session, group, target), invalid_argument, cannot_take(target));
  }
  expect_number(group_of(session, group), "Id", group);
}

CONFORMANCE_CASE("DeleteUserGroup", "an id that is not there is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NOT-FOUND") {
  // Not 0: users of other types have that for a group, and a wrong server might move them.
  expect_refused(delete_group(session, nobody, other_group(session)), not_found,
                 "UserGroup id " + std::to_string(nobody) + " not found");
}

CONFORMANCE_CASE("SaveUserGroup", "external users may not save or delete groups",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ACCESS") {
  const int group = own_group(session, session.fresh_name());
  expect_not_permitted(
      session, {Call("SaveUserGroup").carrier("UserGroup", value_member(session.fresh_name())),
                Call("DeleteUserGroup").number("UserGroupToDelete", group)});
  expect_number(group_of(session, group), "Id", group);
}

}  // namespace
}  // namespace conformance
