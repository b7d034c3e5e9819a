#include "tests/conformance/cases/own_users.h"

#include "tests/conformance/expect.h"

namespace conformance {
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

void require_logins(Session& session) {
  const OwnUser user = active_user(session);
  expect_success(session.call(Call("DeleteExternalUser").number("AssociateId", user.id)));
}

void require_blank_passwords(Session& session) {
  const Answer verdict = session.call(Call("IsPasswordValid").text("Password", ""));
  if (verdict.text() != "true") throw LeftOut("a blank password is not valid here");
}

std::string ticket_of(Session& session, const OwnUser& user) {
  std::string ticket = session.log_in(user.name, user.password);
  if (ticket.empty()) throw LeftOut("an external user that was made for this cannot log in");
  return ticket;
}

Answer change(Session& session, int id, const Changes& changes) {
  return session.call(
      Call("SaveUser").carrier("User", copy_of(user_of(session, id).response(), changes)));
}

std::vector<Element> licenses_of(const Answer& user) {
  std::vector<Element> found;
  for (const Element& owner : user.response("LicenseOwners").children()) {
    for (const char* kind : {"RestrictedModuleLicenses", "UnrestrictedModuleLicenses"}) {
      for (const Element& one : owner.at(kind).children()) found.push_back(one);
    }
  }
  return found;
}

std::string assigned(const Answer& user, const std::vector<std::string>& names) {
  std::string links;
  for (const std::string& name : names) {
    bool is_there = false;
    for (const Element& one : licenses_of(user)) {
      if (one.at("Name").text() != name) continue;
      is_there = true;
      links +=
          "<ModuleLicenseLink>" + copy_of(one, {{"Assigned", "true"}}) + "</ModuleLicenseLink>";
    }
    if (!is_there) throw LeftOut("the user cannot have the licence " + name);
  }
  return "<LicenseOwner><RestrictedModuleLicenses>" + links +
         "</RestrictedModuleLicenses></LicenseOwner>";
}

void give_licenses(Session& session, const OwnUser& user, const std::vector<std::string>& names) {
  const std::string licenses = assigned(user_of(session, user.id), names);
  const Answer saved = change(session, user.id, {{"LicenseOwners", licenses}});
  if (!saved.succeeded()) throw LeftOut("SaveUser is refused: " + saved.summary());
}

std::pair<OwnUser, std::string> user_of_two_names(Session& session) {
  const OwnUser user = active_user(session);
  const std::string user_name = session.fresh_name();
  const Answer saved = change(session, user.id, {{"UserName", user_name}});
  if (!saved.succeeded()) throw LeftOut("SaveUser is refused: " + saved.summary());
  return {user, user_name};
}

int other_external_role(Session& session) {
  const int first = session.external_role();
  const Answer roles = session.call(Call("GetAllRoles").text("RoleType", "ExternalUser"));
  for (const Element& one : roles.response().children("SelectableMDOListItem")) {
    const int id = std::stoi(one.at("Id").text());
    if (id != first && !Session::is_of_a_run(one.at("Name").text())) return id;
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
