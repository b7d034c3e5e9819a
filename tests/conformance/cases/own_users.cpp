#include "tests/conformance/cases/own_users.h"

#include "tests/conformance/expect.h"

namespace conformance {
namespace {

/// Of the licences that GetUser shows, as SaveUser takes it.
std::string license_link(const Answer& user, const std::string& name) {
  for (const Element& owner : user.response("LicenseOwners").children()) {
    for (const char* kind : {"RestrictedModuleLicenses", "UnrestrictedModuleLicenses"}) {
      for (const Element& one : owner.at(kind).children()) {
        if (one.at("Name").text() != name) continue;
        return "<ModuleLicenseLink><Assigned>true</Assigned><ModuleLicenseId>" +
               one.at("ModuleLicenseId").text() + "</ModuleLicenseId><Name>" + name +
               "</Name></ModuleLicenseLink>";
      }
    }
  }
  throw LeftOut("the user cannot have the licence " + name);
}

}  // namespace

Answer info_of(Session& session, int id) {
  return session.call(Call("GetUserInfo").number("UserInfoId", id));
}

Answer user_of(Session& session, int id) {
  return session.call(Call("GetUser").number("UserId", id));
}

void expect_login(Session& session, const std::string& name, const std::string& password) {
  expect(!session.log_in(name, password).empty(),
         "'" + name + "' cannot log in with '" + password + "'");
}

void expect_no_login(Session& session, const std::string& name, const std::string& password) {
  expect(session.log_in(name, password).empty(),
         "'" + name + "' can log in with '" + password + "'");
}

void expect_unchanged(Session& session, const OwnUser& user) {
  const Answer info = info_of(session, user.id);
  expect_text(info, "UserName", user.name);
  expect_text(info, "CanLogon", "true");
  expect_login(session, user.name, user.password);
}

void expect_password_set(Session& session, const OwnUser& user, const Call& call) {
  expect_text(session.call(call), "", "true");
  expect_login(session, user.name, other_password);
  expect_no_login(session, user.name, user.password);
}

void expect_id_not_found(Session& session, const std::string& operation) {
  expect_refused(session.call(Call(operation).number("AssociateId", nobody)), "SoNotFoundException",
                 "Associate id " + std::to_string(nobody) + " not found");
  expect_refused(session.call(Call(operation)), "SoNotFoundException", "Associate id 0 not found");
}

void expect_name_not_found(Session& session, const std::string& operation) {
  const std::string name = session.fresh_name();
  expect_refused(session.call(Call(operation).text("AssociateName", name)), "SoNotFoundException",
                 "Associate name " + name + " not found");
  for (const NoText& no : without_text("AssociateName")) {
    expect_refused(session.call(Call(operation).xml(no.xml)), "SoNotFoundException");
  }
}

OwnUser active_user(Session& session) {
  OwnUser user = session.external_user();
  if (session.log_in(user.name, user.password).empty()) {
    throw LeftOut("an external user that was made for this cannot log in");
  }
  return user;
}

void require_blank_passwords(Session& session) {
  const Answer verdict = session.call(Call("IsPasswordValid").text("Password", ""));
  if (verdict.text() != "true") throw LeftOut("a blank password is not valid here");
}

std::string ticket_of(Session& session, const OwnUser& user) {
  std::string ticket = session.log_in(user.name, user.password);
  expect(!ticket.empty(), "an external user that was made for this cannot log in");
  return ticket;
}

void save(Session& session, const OwnUser& user, const std::string& user_name,
          const std::vector<std::string>& licenses) {
  const Answer stored = user_of(session, user.id);
  std::string links;
  for (const std::string& license : licenses) links += license_link(stored, license);
  const Answer saved = session.call(
      Call("SaveUser")
          .carrier("User",
                   "<AssociateId>" + std::to_string(user.id) + "</AssociateId><Name>" + user.name +
                       "</Name><LicenseOwners><LicenseOwner><RestrictedModuleLicenses>" + links +
                       "</RestrictedModuleLicenses></LicenseOwner></LicenseOwners><Role><Id>" +
                       stored.text("Role/Id") + "</Id></Role><Person><PersonId>" +
                       std::to_string(user.person_id) +
                       "</PersonId></Person><Type>ExternalAssociate</Type><UserName>" + user_name +
                       "</UserName>"));
  if (!saved.succeeded()) throw LeftOut("SaveUser is refused: " + saved.summary());
}

std::pair<OwnUser, std::string> user_of_two_names(Session& session) {
  const OwnUser user = active_user(session);
  const std::string user_name = session.fresh_name();
  save(session, user, user_name, {login_license});
  return {user, user_name};
}

OwnUser anonymous_user(Session& session) {
  const Answer roles = session.call(Call("GetAllRoles").text("RoleType", "Anonymous"));
  const std::string role = roles.text("SelectableMDOListItem/Id");
  if (role.empty()) throw LeftOut("there is no role for anonymous users");
  OwnUser user{0, 0, session.fresh_name(), ""};
  const Answer made =
      session.call(Call("SaveUser")
                       .carrier("User", "<Name>" + user.name + "</Name><Role><Id>" + role +
                                            "</Id></Role><Type>AnonymousAssociate</Type>"));
  if (!made.succeeded()) throw LeftOut("no user of another type: " + made.summary());
  user.id = made.number("AssociateId");
  session.own(user.id);
  session.afterwards([&session, user] {
    if (info_of(session, user.id).response().is_nil()) return;
    expect_success(session.call(Call("DeleteUser").number("UserId", user.id)));
  });
  return user;
}

int other_external_role(Session& session) {
  const int first = session.external_role();
  const Answer roles = session.call(Call("GetAllRoles").text("RoleType", "ExternalUser"));
  for (const Element& one : roles.response().children("SelectableMDOListItem")) {
    const int id = std::stoi(one.at("Id").text());
    if (id != first) return id;
  }
  throw LeftOut("there is one role for external users alone");
}

Answer create(Session& session, const Call& call) {
  Answer answer = session.call(call);
  if (answer.succeeded() && answer.number() != 0) session.remove_afterwards(answer.number());
  return answer;
}

Call creation(Session& session) {
  return Call("CreateExternalUser").number("PersonId", session.person());
}

Call creation(Session& session, const std::string& name) {
  return creation(session)
      .text("UserName", name)
      .text("Password", other_password)
      .number("RoleId", session.external_role())
      .boolean("IsActive", true);
}

std::vector<NoText> without_text(const std::string& parameter) {
  return {{"absent", ""},
          {"nil", "<" + parameter + " xsi:nil=\"true\"/>"},
          {"empty", "<" + parameter + "></" + parameter + ">"}};
}

}  // namespace conformance
