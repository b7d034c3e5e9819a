#include "tests/conformance/cases/saved_users.h"

#include <algorithm>

#include "tests/conformance/expect.h"

namespace conformance {
namespace {

bool has_person(std::string_view type) {
  return type == "InternalAssociate" || type == "ExternalAssociate";
}

void remove_user_afterwards(Session& session, int id) {
  session.own(id);
  session.afterwards([&session, id] {
    const Answer info = info_of(session, id);
    if (info.response().is_nil()) return;  // The case has removed it.
    session.expect_own(info);
    expect_success(session.call(Call("DeleteUser").number("UserId", id)));
  });
}

}  // namespace

Answer proposed(Session& session, const std::string& type) {
  Call call(has_person(type) ? "CreateDefaultUserFromUserTypeAndPersonId"
                             : "CreateDefaultUserFromUserType");
  call.text("UserType", type);
  if (has_person(type)) call.number("PersonId", session.person());
  Answer answer = session.call(call);
  if (!answer.succeeded()) throw LeftOut("no users of this type: " + answer.summary());
  return answer;
}

std::string draft(Session& session, const std::string& type, Changes changes) {
  const std::string name = session.fresh_name();
  // Rank 0: the highest one is what other runs look at.
  changes.insert(
      {{"Name", name}, {"UserName", name}, {"Rank", "0"}, {"LicenseOwners", std::nullopt}});
  return copy_of(proposed(session, type).response(), changes);
}

Answer save(Session& session, const std::string& user) {
  Answer saved = session.call(Call("SaveUser").carrier("User", user));
  if (saved.succeeded()) remove_user_afterwards(session, saved.number("AssociateId"));
  return saved;
}

OwnUser saved_user(Session& session, const std::string& type, const Changes& changes) {
  const Answer saved = save(session, draft(session, type, changes));
  if (!saved.succeeded()) throw LeftOut("a user that this needs is not made: " + saved.summary());
  return {saved.number("AssociateId"), has_person(type) ? session.person() : 0, saved.text("Name"),
          ""};
}

void require_all_rights(const Session& session) {
  if (session.caller().user_type != "SystemAssociate" &&
      !session.caller().rights.contains("admin-all")) {
    throw LeftOut("the caller may not administer the installation");
  }
}

void require_owner_company(const Session& session) {
  if (session.caller().user_type != "InternalAssociate" || session.options().person != 0 ||
      session.options().contact != 0) {
    throw LeftOut("whether the person's company is an owner is not known");
  }
}

int own_company(Session& session) {
  const int contact = session.caller().contact_id;
  if (contact == 0) throw LeftOut("the caller is of no company");
  return contact;
}

std::vector<std::string> texts_of(const Element& list, std::string_view member) {
  std::vector<std::string> texts;
  for (const Element& item : list.children()) texts.push_back(item.at(member).text());
  return texts;
}

void expect_same(const Answer& found, const Answer& before) {
  for (const Element& member : before.response().children()) {
    if (member.name() == "LicenseOwners") continue;
    expect_equal(member.name(), copy_of(found.response(member.name())), copy_of(member));
  }
  const auto held = [](const Answer& user) {
    std::string names;
    for (const Element& one : licenses_of(user)) {
      if (one.at("Assigned").text() == "true") names += one.at("Name").text() + " ";
    }
    return names;
  };
  expect_equal("the licences that it holds", held(found), held(before));
}

bool has_item(const Answer& list, std::string_view member, int number) {
  const auto texts = texts_of(list.response(), member);
  return std::ranges::find(texts, std::to_string(number)) != texts.end();
}

void expect_nothing(const Answer& answer, std::string_view path) {
  const std::string text = answer.text(path);
  expect(text.empty() || text == "0", "there is a " + std::string(path) + ": '" + text + "'");
}

void expect_not_permitted(Session& session, const std::vector<Call>& calls) {
  const std::string ticket = ticket_of(session, active_user(session));
  for (Call call : calls) {
    expect_refused(session.call(call.ticket(ticket)), illegal_operation, not_permitted);
  }
}

}  // namespace conformance
