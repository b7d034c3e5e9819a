#include "tests/conformance/case.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

namespace conformance {
namespace {

Answer save_by_name(Session& session, const std::string& name, const std::string& user) {
  return session.call(Call("SaveUserFromName").text("UserName", name).carrier("User", user));
}

/// One that SaveUser makes with what it must have, and returns.
void expect_made(Session& session, const std::string& type) {
  const std::string user = draft(session, type);
  const Answer saved = save(session, user);
  expect_success(saved);
  expect(saved.number("AssociateId") > 0, "the user that is answered has no id");
  expect_text(saved, "Type", type);
  const Answer stored = user_of(session, saved.number("AssociateId"));
  for (const char* member : {"Name", "UserName", "Rank", "Tooltip", "Role/Id", "UserGroup/Id",
                             "Person/PersonId", "Type", "Deleted"}) {
    expect_equal(member, stored.text(member), saved.text(member));
  }
}

CONFORMANCE_CASE("SaveUser", "makes an external user of a person", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  expect_made(session, "ExternalAssociate");
}

CONFORMANCE_CASE("SaveUser", "makes an employee of a person of an owner company",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  require_owner_company(session);
  expect_made(session, "InternalAssociate");
}

CONFORMANCE_CASE("SaveUser", "makes system and anonymous users without a person",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  expect_made(session, "SystemAssociate");
  expect_made(session, "AnonymousAssociate");
}

CONFORMANCE_CASE("SaveUser", "a user that is sent back as it was fetched stays as it is",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = active_user(session);
  const Answer before = user_of(session, user.id);
  expect_success(change(session, user.id, {}));
  expect_same(user_of(session, user.id), before);
  expect_login(session, user.name, user.password);
}

CONFORMANCE_CASE("SaveUser", "what is changed is stored, and answered", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const OwnUser user = session.external_user();
  const std::string name = session.fresh_name();
  const Answer saved = change(session, user.id,
                              {{"Tooltip", "A &lt;tip&gt; &amp; more"},
                               {"Rank", "31000"},
                               {"Name", name},
                               {"UserName", name + "@conform.example"}});
  expect_success(saved);
  const Answer stored = user_of(session, user.id);
  for (const Answer* answer : {&saved, &stored}) {
    expect_text(*answer, "Tooltip", "A <tip> & more");
    expect_number(*answer, "Rank", 31000);
    expect_text(*answer, "Name", name);
    expect_text(*answer, "UserName", name + "@conform.example");
  }
}

CONFORMANCE_CASE("SaveUser", "the password goes along with a new UserName",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NAME-EITHER") {
  const OwnUser user = active_user(session);
  const std::string name = session.fresh_name();
  expect_success(change(session, user.id, {{"UserName", name}}));
  expect_login(session, name, user.password);
  expect_login(session, user.name, user.password);  // Its Name still.
}

CONFORMANCE_CASE("SaveUser", "in a new user one of the names stands for both",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-USER-RULES") {
  for (const char* absent : {"Name", "UserName"}) {
    const Answer saved = save(session, draft(session, "AnonymousAssociate", {{absent, ""}}));
    expect_success(saved);
    expect(!saved.text("Name").empty(), "the Name is empty");
    expect_text(saved, "UserName", saved.text("Name"));
  }
}

CONFORMANCE_CASE("SaveUser", "what is not sent becomes blank, and licences are taken",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-USER-ABSENT") {
  const OwnUser user = session.external_user();
  expect_success(change(session, user.id,
                        {{"Rank", std::nullopt},
                         {"Tooltip", std::nullopt},
                         {"LicenseOwners", std::nullopt},
                         {"OtherGroups", std::nullopt}}));
  const Answer stored = user_of(session, user.id);
  expect_number(stored, "Rank", 0);
  expect_text(stored, "Tooltip", "");
  expect_text(info_of(session, user.id), "CanLogon", "false");
}

CONFORMANCE_CASE("SaveUser", "credentials that are not sent stay, one with a Value is saved",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-USER-ABSENT") {
  const OwnUser user = active_user(session);
  expect_success(change(session, user.id, {{"Credentials", std::nullopt}}));
  expect_login(session, user.name, user.password);
  expect_success(change(session, user.id, {{"Credentials/Credential/Value", other_password}}));
  expect_login(session, user.name, other_password);
  expect_no_login(session, user.name, user.password);
}

CONFORMANCE_CASE("SaveUser", "the person and the dates of log-ins are not changed",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-USER-ABSENT") {
  if (session.options().person != 0) throw LeftOut("the person is not the run's");
  const OwnUser user = session.external_user();
  const Answer before = user_of(session, user.id);
  expect_success(change(session, user.id,
                        {{"Person/Firstname", "Other"},
                         {"Person/Email", "other@conform.example"},
                         {"Lastlogin", "2020-02-02T20:20:20"},
                         {"IsPersonRetired", "true"},
                         {"IsOnTravel", "true"}}));
  const Answer after = user_of(session, user.id);
  for (const char* member :
       {"Person/Firstname", "Person/Email", "Lastlogin", "IsPersonRetired", "IsOnTravel"}) {
    expect_text(after, member, before.text(member));
  }
}

CONFORMANCE_CASE("SaveUser", "the user holds the licences that are Assigned, and no others",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-USER-LICENSES") {
  const OwnUser user = session.external_user();
  const Answer before = user_of(session, user.id);
  expect_success(change(session, user.id, {{"LicenseOwners", ""}}));
  expect_text(info_of(session, user.id), "GrantedLicenses", "");
  const std::string license = assigned(before, {login_license});
  expect_success(change(session, user.id, {{"LicenseOwners", license}}));
  expect_text(info_of(session, user.id), "GrantedLicenses/string", login_license);
  expect_text(info_of(session, user.id), "CanLogon", "true");
}

CONFORMANCE_CASE("SaveUser", "a licence for another type, or of nobody, is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-USER-LICENSES") {
  const OwnUser user = session.external_user();
  for (const char* name : {"superoffice.user", "superoffice.conform-none"}) {
    const std::string license =
        "<LicenseOwner><RestrictedModuleLicenses><ModuleLicenseLink><Assigned>true</Assigned>"
        "<Name>" +
        std::string(name) + "</Name></ModuleLicenseLink></RestrictedModuleLicenses></LicenseOwner>";
    expect_refused(change(session, user.id, {{"LicenseOwners", license}}), "SoLicenseException");
  }
  expect_text(info_of(session, user.id), "GrantedLicenses", login_license);
}

CONFORMANCE_CASE("SaveUser", "Deleted retires the user, and false takes that back",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-USER-DELETED") {
  const OwnUser user = active_user(session);
  expect_success(change(session, user.id, {{"Deleted", "true"}}));
  const Answer info = info_of(session, user.id);
  expect_text(info, "Deleted", "true");
  expect_text(info, "GrantedLicenses", "");
  expect_no_login(session, user.name, user.password);
  expect_refused(change(session, user.id, {}), illegal_operation, retired);
  const std::string licenses = assigned(user_of(session, user.id), {login_license});
  expect_success(change(session, user.id, {{"Deleted", "false"}, {"LicenseOwners", licenses}}));
  expect_login(session, user.name, user.password);
}

CONFORMANCE_CASE("SaveUser", "PostSaveCommands are those of GetUserCommands",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-USER-COMMANDS") {
  const OwnUser user = session.external_user();
  const Answer saved = change(session, user.id, {});
  const Answer commands = session.call(
      Call("GetUserCommands").carrier("User", copy_of(user_of(session, user.id).response())));
  expect_equal("PostSaveCommands", copy_of(saved.response("PostSaveCommands")),
               copy_of(commands.response()));
}

CONFORMANCE_CASE("SaveUserFromName", "saves the user of that name", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  const OwnUser user = session.external_user();
  const Answer saved =
      save_by_name(session, user.name,
                   copy_of(user_of(session, user.id).response(), {{"Tooltip", "By its name"}}));
  expect_success(saved);
  expect_number(saved, "AssociateId", user.id);
  expect_text(user_of(session, user.id), "Tooltip", "By its name");
}

CONFORMANCE_CASE("SaveUserFromName", "AssociateId is not looked at", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-SAVE-BY-NAME") {
  const OwnUser user = session.external_user();
  for (const int id : {0, nobody}) {
    const Answer saved = save_by_name(
        session, user.name,
        copy_of(user_of(session, user.id).response(), {{"AssociateId", std::to_string(id)}}));
    expect_success(saved);
    expect_number(saved, "AssociateId", user.id);
  }
}

CONFORMANCE_CASE("SaveUserFromName", "a name that nobody has is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-SAVE-BY-NAME") {
  const OwnUser user = session.external_user();
  const std::string sent = copy_of(user_of(session, user.id).response());
  const std::string name = session.fresh_name();
  expect_refused(save_by_name(session, name, sent), not_found,
                 "Associate name " + name + " not found");
  for (const NoText& no : without_text("UserName")) {
    expect_refused(session.call(Call("SaveUserFromName").xml(no.xml).carrier("User", sent)),
                   not_found);
  }
}

}  // namespace
}  // namespace conformance
