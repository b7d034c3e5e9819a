#include "tests/conformance/case.h"
#include "tests/conformance/cases/own_secrets.h"
#include "tests/conformance/cases/saved_users.h"
#include "tests/conformance/expect.h"

namespace conformance {
namespace {

constexpr std::string_view argument = "SoInvalidArgumentException";
constexpr std::string_view not_found = "SoNotFoundException";
constexpr std::string_view illegal = "SoIllegalOperationException";

Call save_for(int user, std::string_view type, std::string_view members) {
  return Call("SaveUntrustedCredentialsForAssociate")
      .number("AssociateId", user)
      .text("Type", type)
      .carrier("Credentials", members);
}

Call list_of(int user, std::string_view type) {
  return Call("GetUntrustedCredentialsForAssociate").number("AssociateId", user).text("Type", type);
}

Call remove_of(int user, std::string_view type, std::string_view public_value) {
  return Call("RemoveUntrustedCredentialsForAssociate")
      .number("AssociateId", user)
      .text("Type", type)
      .text("PublicValue", public_value);
}

/// What the owner sees.
Answer own_list(Session& session, const std::string& ticket, std::string_view type) {
  return session.call(Call("GetUntrustedCredentials").ticket(ticket).text("Type", type));
}

// The secrets go with the user.
CONFORMANCE_CASE("SaveUntrustedCredentialsForAssociate", "stores it for that user",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = session.external_user();
  const std::string ticket = ticket_of(session, user);
  const Answer answer = session.call(save_for(user.id, "imap", secret("one", "me", "why")));
  expect_success(answer);
  expect(answer.body().children().empty(), "the answer of a void operation has something in it");
  const Answer list = own_list(session, ticket, "imap");
  expect_text(list, "UntrustedCredentials/SecretValue", "one");
  expect_text(list, "UntrustedCredentials/Comment", "why");
  expect(own_list(session, ticket, "smtp").response().children().empty(), "it has another type");
}

CONFORMANCE_CASE("SaveUntrustedCredentialsForAssociate",
                 "for oneself is as SaveUntrustedCredentials", .source = Source::document,
                 .writes = true) {
  const std::string type = own_secrets(session);
  const int self = session.caller().associate_id;
  expect_success(session.call(save_for(self, type, secret("one", "me"))));
  expect_text(secrets(session, type), "UntrustedCredentials/SecretValue", "one");
  expect_text(session.call(list_of(self, type)), "UntrustedCredentials/SecretValue", "one");
  expect_success(session.call(remove_of(self, type, "me")));
  expect(secrets(session, type).response().children().empty(), "it is still there");
}

CONFORMANCE_CASE("SaveUntrustedCredentialsForAssociate", "two users may have the same PublicValue",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-SECRET-KEY") {
  const OwnUser user = session.external_user();
  const std::string type = own_secrets(session);
  expect_success(session.call(save_for(user.id, type, secret("one", "me"))));
  expect_success(session.call(save_secret(type, secret("two", "me"))));
  expect_text(own_list(session, ticket_of(session, user), type), "UntrustedCredentials/SecretValue",
              "one");
  expect_text(secrets(session, type), "UntrustedCredentials/SecretValue", "two");
}

CONFORMANCE_CASE("SaveUntrustedCredentialsForAssociate", "an empty SecretValue leaves the secret",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-SECRET-OWNER") {
  if (session.caller().user_type == "SystemAssociate") {
    throw LeftOut("the caller is a system user, and sees the secret");
  }
  const OwnUser user = session.external_user();
  expect_success(session.call(save_for(user.id, "imap", secret("one", "me"))));
  expect_success(session.call(save_for(user.id, "imap", secret("", "me", "changed"))));
  const Answer list = own_list(session, ticket_of(session, user), "imap");
  expect_text(list, "UntrustedCredentials/SecretValue", "one");
  expect_text(list, "UntrustedCredentials/Comment", "changed");
}

CONFORMANCE_CASE("SaveUntrustedCredentialsForAssociate", "an unknown user is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-NOT-FOUND") {
  const std::string text = "Associate id " + std::to_string(nobody) + " not found";
  expect_refused(session.call(save_for(nobody, "imap", secret("one", "me"))), not_found, text);
  expect_refused(session.call(remove_of(nobody, "imap", "me")), not_found, text);
}

CONFORMANCE_CASE("SaveUntrustedCredentialsForAssociate", "anonymous users have none",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-SECRET-OWNER") {
  const OwnUser user = saved_user(session, "AnonymousAssociate");
  expect_refused(session.call(save_for(user.id, "imap", secret("one", "me"))), argument,
                 wrong_type);
}

CONFORMANCE_CASE("SaveUntrustedCredentialsForAssociate", "is not for who may not manage the user",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-SECRET-OWNER") {
  const OwnUser user = session.external_user();
  const std::string ticket = ticket_of(session, user);
  const int self = session.caller().associate_id;
  const std::string type = own_secrets(session);
  expect_refused(session.call(save_for(self, type, secret("one", "me")).ticket(ticket)), illegal,
                 not_permitted);
  expect_refused(session.call(list_of(self, type).ticket(ticket)), illegal, not_permitted);
  expect_refused(session.call(remove_of(self, type, "me").ticket(ticket)), illegal, not_permitted);
  expect(secrets(session, type).response().children().empty(), "a secret is stored");
  expect_success(session.call(save_for(user.id, type, secret("one", "me")).ticket(ticket)));
}

CONFORMANCE_CASE("GetUntrustedCredentialsForAssociate", "shows the secret to its owner alone",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  if (session.caller().user_type == "SystemAssociate") {
    throw LeftOut("the caller is a system user, and sees the secret");
  }
  const OwnUser user = session.external_user();
  expect_success(session.call(save_for(user.id, "imap", secret("one", "me"))));
  const Answer seen = session.call(list_of(user.id, "imap"));
  expect_text(seen, "UntrustedCredentials/PublicValue", "me");
  expect_text(seen, "UntrustedCredentials/SecretValue", "");
  const Answer own = session.call(list_of(user.id, "imap").ticket(ticket_of(session, user)));
  expect_text(own, "UntrustedCredentials/SecretValue", "one");
}

CONFORMANCE_CASE("GetUntrustedCredentialsForAssociate", "for nobody is nil",
                 .source = Source::inferred, .assumption = "A-SECRET-OWNER") {
  expect_nil(session.call(list_of(nobody, "imap")));
}

CONFORMANCE_CASE("RemoveUntrustedCredentialsForAssociate", "removes it, and no other",
                 .source = Source::document, .writes = true, .needs_rights = true) {
  const OwnUser user = session.external_user();
  expect_success(session.call(save_for(user.id, "imap", secret("one", "me"))));
  expect_success(session.call(save_for(user.id, "smtp", secret("two", "me"))));
  const Answer answer = session.call(remove_of(user.id, "imap", "me"));
  expect_success(answer);
  expect(answer.body().children().empty(), "the answer of a void operation has something in it");
  expect(session.call(list_of(user.id, "imap")).response().children().empty(), "it is there");
  expect_text(session.call(list_of(user.id, "smtp")), "UntrustedCredentials/PublicValue", "me");
}

CONFORMANCE_CASE("RemoveUntrustedCredentialsForAssociate", "a second time is refused",
                 .source = Source::inferred, .writes = true, .needs_rights = true,
                 .assumption = "A-SECRET-OWNER") {
  const OwnUser user = session.external_user();
  expect_success(session.call(save_for(user.id, "imap", secret("one", "me"))));
  expect_success(session.call(remove_of(user.id, "imap", "me")));
  expect_refused(session.call(remove_of(user.id, "imap", "me")), not_found);
}

}  // namespace
}  // namespace conformance
