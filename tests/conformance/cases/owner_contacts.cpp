#include "tests/conformance/case.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/session.h"

// No operation makes a company, and none tells which are owners. So no company is taken from the
// owners here: only the caller's, which is one, is added once more.

namespace conformance {
namespace {

Call removal(int contact) { return Call("RemoveOwnerContact").number("ContactId", contact); }

CONFORMANCE_CASE("AddOwnerContact", "a company that is an owner already is a success",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-OWNER-CONTACT") {
  require_all_rights(session);
  if (session.caller().user_type != "InternalAssociate") {
    throw LeftOut("whether the caller's company is an owner is not known");
  }
  for (int time = 0; time < 2; ++time) {
    const Answer added =
        session.call(Call("AddOwnerContact").number("ContactId", own_company(session)));
    expect_success(added);
    expect(added.body().children().empty(), "the answer of a void operation has something in it");
  }
}

CONFORMANCE_CASE("AddOwnerContact", "a company that is not there is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-OWNER-CONTACT") {
  require_all_rights(session);
  const Answer added = session.call(Call("AddOwnerContact").number("ContactId", nobody));
  if (added.succeeded()) {
    session.afterwards([&session] { expect_success(session.call(removal(nobody))); });
  }
  expect_refused(added, not_found, "Contact id " + std::to_string(nobody) + " not found");
}

CONFORMANCE_CASE("RemoveOwnerContact", "a company that is not there is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-OWNER-CONTACT") {
  require_all_rights(session);
  expect_refused(session.call(removal(nobody)), not_found,
                 "Contact id " + std::to_string(nobody) + " not found");
}

CONFORMANCE_CASE("RemoveOwnerContact", "external users may not change owners",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-ACCESS") {
  expect_not_permitted(session,
                       {removal(nobody), Call("AddOwnerContact").number("ContactId", nobody)});
}

}  // namespace
}  // namespace conformance
