#include "tests/conformance/case.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

namespace conformance {
namespace {

Answer stored(Session& session, int id) {
  return session.call(Call("GetServiceAuth").number("ServiceAuthId", id));
}

Answer remove(Session& session, int id) {
  return session.call(Call("DeleteServiceAuth").number("ServiceAuthId", id));
}

Answer save_auth(Session& session, const std::string& members) {
  Answer saved = session.call(Call("SaveServiceAuth").carrier("ServiceAuth", members));
  if (!saved.succeeded()) return saved;
  const int id = saved.number("ServiceAuthId");
  session.own(id);
  session.afterwards([&session, id] {
    if (!stored(session, id).response().is_nil()) expect_success(remove(session, id));
  });
  return saved;
}

/// Of the run's: server, port 993, type, user name, password.
int own_auth(Session& session) {
  const std::string name = session.fresh_name();
  const Answer saved =
      save_auth(session, "<Server>" + name + ".example</Server><Port>993</Port><AuthType>Basic" +
                             std::string("</AuthType><Username>") + name + "</Username><Password>" +
                             other_password + "</Password>");
  expect_success(saved);
  return saved.number("ServiceAuthId");
}

CONFORMANCE_CASE("CreateDefaultServiceAuth", "is not stored", .source = Source::document,
                 .needs_rights = true) {
  require_all_rights(session);
  const Answer blank = session.call(Call("CreateDefaultServiceAuth"));
  expect_success(blank);
  expect_number(blank, "ServiceAuthId", 0);
}

CONFORMANCE_CASE("CreateDefaultServiceAuth", "is blank", .source = Source::inferred,
                 .needs_rights = true, .assumption = "A-DEFAULT-SERVICE-AUTH") {
  require_all_rights(session);
  const Answer blank = session.call(Call("CreateDefaultServiceAuth"));
  expect_number(blank, "Port", 0);
  for (const char* text : {"Server", "AuthType", "Username", "Password"}) {
    expect_text(blank, text, "");
    expect(!blank.response(text).is_nil(), std::string(text) + " is nil");
  }
}

CONFORMANCE_CASE("SaveServiceAuth", "makes a log-in that GetServiceAuth has, password and all",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  require_all_rights(session);
  const std::string name = session.fresh_name();
  const Answer blank = session.call(Call("CreateDefaultServiceAuth"));
  const Answer saved =
      save_auth(session, copy_of(blank.response(), {{"Server", name + ".example"},
                                                    {"Port", "993"},
                                                    {"AuthType", "Basic"},
                                                    {"Username", name},
                                                    {"Password", "P &amp; W &lt; \xC3\xB8"}}));
  expect_success(saved);
  const Answer read = stored(session, saved.number("ServiceAuthId"));
  for (const Answer* answer : {&saved, &read}) {
    expect_text(*answer, "Server", name + ".example");
    expect_number(*answer, "Port", 993);
    expect_text(*answer, "AuthType", "Basic");
    expect_text(*answer, "Username", name);
    expect_text(*answer, "Password", "P & W < \xC3\xB8");
  }
}

CONFORMANCE_CASE("SaveServiceAuth", "one that is fetched, changed and sent back is changed",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  require_all_rights(session);
  const int id = own_auth(session);
  const Answer before = stored(session, id);
  const Answer saved =
      session.call(Call("SaveServiceAuth")
                       .carrier("ServiceAuth", copy_of(before.response(), {{"Port", "587"}})));
  expect_success(saved);
  const Answer after = stored(session, id);
  expect_number(after, "Port", 587);
  expect_text(after, "Server", before.text("Server"));
  expect_text(after, "Password", other_password);
}

CONFORMANCE_CASE("SaveServiceAuth", "what is not sent becomes blank, the password too",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-SAVE-SERVICE-AUTH") {
  require_all_rights(session);
  const int id = own_auth(session);
  expect_success(save_auth(session, "<ServiceAuthId>" + std::to_string(id) + "</ServiceAuthId>"));
  const Answer after = stored(session, id);
  expect_number(after, "Port", 0);
  for (const char* text : {"Server", "AuthType", "Username", "Password"}) {
    expect_text(after, text, "");
  }
}

CONFORMANCE_CASE("SaveServiceAuth", "texts have 255 letters at most", .source = Source::inferred,
                 .writes = true, .needs_rights = true, .assumption = "A-SAVE-SERVICE-AUTH") {
  require_all_rights(session);
  const int id = own_auth(session);
  const Answer before = stored(session, id);
  const std::string fits(255, 'x');
  for (const char* text : {"Server", "AuthType", "Username", "Password"}) {
    expect_success(save_auth(session, copy_of(before.response(), {{text, fits}})));
    expect_refused(save_auth(session, copy_of(before.response(), {{text, fits + "x"}})),
                   invalid_argument);
  }
  expect_text(stored(session, id), "Password", fits);
}

CONFORMANCE_CASE("SaveServiceAuth", "an id that is not there, or no ServiceAuth, is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NOT-FOUND") {
  require_all_rights(session);
  expect_refused(
      save_auth(session, "<ServiceAuthId>" + std::to_string(nobody) + "</ServiceAuthId>"),
      not_found, "ServiceAuth id " + std::to_string(nobody) + " not found");
  for (const Call& call : {Call("SaveServiceAuth"), Call("SaveServiceAuth").nil("ServiceAuth")}) {
    expect_refused(session.call(call), invalid_argument, "ServiceAuth is missing");
  }
}

CONFORMANCE_CASE("GetServiceAuth", "an id that is not there is nil", .source = Source::inferred,
                 .needs_rights = true, .assumption = "A-GET-UNKNOWN") {
  require_all_rights(session);
  for (const int id : {nobody, 0, -1}) {
    const Answer auth = stored(session, id);
    expect_success(auth);
    expect_nil(auth);
  }
}

CONFORMANCE_CASE("GetServiceAuth", "has the log-in of the id", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  require_all_rights(session);
  const int id = own_auth(session);
  expect_number(stored(session, id), "ServiceAuthId", id);
  expect_number(stored(session, id), "Port", 993);
}

CONFORMANCE_CASE("DeleteServiceAuth", "the log-in is gone", .source = Source::document,
                 .writes = true, .needs_rights = true) {
  require_all_rights(session);
  const int id = own_auth(session);
  const Answer removed = remove(session, id);
  expect_success(removed);
  expect(removed.body().children().empty(), "the answer of a void operation has something in it");
  expect_nothing(stored(session, id), "ServiceAuthId");
}

CONFORMANCE_CASE("DeleteServiceAuth", "an id that is not there, or not any more, is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NOT-FOUND") {
  require_all_rights(session);
  const int gone = own_auth(session);
  expect_success(remove(session, gone));
  for (const int id : {gone, nobody, 0}) {
    expect_refused(remove(session, id), not_found,
                   "ServiceAuth id " + std::to_string(id) + " not found");
  }
}

CONFORMANCE_CASE("GetServiceAuth", "external users may not read or write log-ins",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ACCESS") {
  require_all_rights(session);
  const std::string id = std::to_string(own_auth(session));
  const std::string member = "<ServiceAuthId>" + id + "</ServiceAuthId>";
  expect_not_permitted(session,
                       {Call("GetServiceAuth").xml(member), Call("DeleteServiceAuth").xml(member),
                        Call("SaveServiceAuth").carrier("ServiceAuth", member)});
  expect_number(stored(session, std::stoi(id)), "Port", 993);
}

}  // namespace
}  // namespace conformance
