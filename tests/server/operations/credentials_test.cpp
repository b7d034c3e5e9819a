#include <doctest/doctest.h>

#include "tests/server/operations/cells.h"
#include "tests/server/operations/credential_calls.h"

using namespace emulator;
using namespace emulator::testing;
using namespace emulator::testing::seeded;

namespace {

using Texts = std::vector<std::string>;

Texts types_for(GateFixture& emulator, const std::string& user_type) {
  return emulator
      .call(login(emulator, ext1), "GetCredentialTypesForUserType",
            user_type.empty() ? "" : element("UserType", user_type))
      .texts("Body/*/Response/CredentialType/Type");
}

const std::string wrong_argument = "SoInvalidArgumentException ";
const std::string refused = "SoIllegalOperationException";

}  // namespace

TEST_CASE("GetCredentialTypes: both, with the texts for people") {
  GateFixture emulator;
  const Reply reply = emulator.call(login(emulator, ext1), "GetCredentialTypes", "");
  const std::string path = "Body/*/Response/CredentialType/";
  CHECK(reply.texts(path + "Type") == Texts{"CRM5/PASSWORD", "ActiveDirectory"});
  CHECK(reply.texts(path + "DisplayType") == Texts{"Password", "Active Directory User"});
  CHECK(reply.texts(path + "ValueControl") == Texts{"Password", "Link"});
  CHECK(reply.texts(path + "IsUserNameSupported") == Texts{"true", "false"});
  CHECK(reply.texts(path + "CanCreatePerson") == Texts{"false", "true"});
  CHECK(reply.texts(path + "Description") ==
        Texts{"SuperOffice is responsible for user name and password.",
              "Active Directory (Windows) is responsible for user name and password."});
}

TEST_CASE("GetCredentialTypesForUserType: those that users of the type can be given") {
  GateFixture emulator;
  CHECK(types_for(emulator, "InternalAssociate") == Texts{"CRM5/PASSWORD", "ActiveDirectory"});
  CHECK(types_for(emulator, "ExternalAssociate") == Texts{"CRM5/PASSWORD"});
  CHECK(types_for(emulator, "SystemAssociate") == Texts{"CRM5/PASSWORD"});
  for (const std::string none : {"AnonymousAssociate", "ResourceAssociate", "Unknown", ""}) {
    CAPTURE(none);
    CHECK(types_for(emulator, none).empty());
  }
}

TEST_CASE("SaveCredential: a password is replaced, its row's name is not") {
  GateFixture emulator;
  const std::string ticket = login(emulator, adm0);
  const Cells before = Cells::of(emulator.store());
  const Reply reply = emulator.call(ticket, "SaveCredential",
                                    user_id(12) + credential("CRM5/PASSWORD", "new", "other"));
  CHECK(reply.result("Response") == "true");
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) ==
        "Credentials[2].secret Credentials[2].updated Credentials[2].updatedCount "
        "Credentials[2].updated_associate_id");
  CHECK(emulator.login("SAL1", "new") != "");
  CHECK(emulator.login("SAL1", "sal1") == "");
  CHECK(emulator.login("other", "new") == "");
  CHECK(credentials_of(emulator, 12) == "CRM5/PASSWORD||SAL1");
}

TEST_CASE("SaveCredential: a user of the directory takes the password's place, and back") {
  GateFixture emulator;
  const std::string ticket = login(emulator, adm0);
  const std::string theirs = login(emulator, sal1);
  const auto save = [&](const std::string& xml) {
    return emulator.call(ticket, "SaveCredential", user_id(12) + xml).result("Response");
  };
  CHECK(save(directory_user("S-1-5-21-1", "EMULATOR\\siri.lund")) == "true");
  CHECK(credentials_of(emulator, 12) == "ActiveDirectory|S-1-5-21-1|EMULATOR\\siri.lund");
  for (const std::string word : {"sal1", "", "S-1-5-21-1"}) {
    CHECK(emulator.login("SAL1", word) == "");
  }
  CHECK(outcome_of(emulator.call(theirs, "GetUser", user_id(12))) == "ok");
  CHECK(save(directory_user("S-1-5-21-2", "")) == "true");
  CHECK(credentials_of(emulator, 12) == "ActiveDirectory|S-1-5-21-2|S-1-5-21-2");
  CHECK(save(password("again")) == "true");
  CHECK(credentials_of(emulator, 12) == "CRM5/PASSWORD||SAL1");
  CHECK(emulator.login("SAL1", "again") != "");
}

TEST_CASE("SaveCredential: a user of the directory is one user's only") {
  GateFixture emulator;
  const std::string ticket = login(emulator, adm0);
  const auto save = [&](int id, const std::string& value) {
    return outcome_of(
        emulator.call(ticket, "SaveCredential", user_id(id) + directory_user(value, "")));
  };
  CHECK(save(12, "S-1") == "ok");
  CHECK(save(12, "S-1") == "ok");
  const Cells before = Cells::of(emulator.store());
  CHECK(save(13, "S-1") == wrong_argument + "Value");
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
  CHECK(save(12, "S-2") == "ok");
  CHECK(save(13, "S-1") == "ok");
}

TEST_CASE("SaveCredential: what cannot be saved, and nothing changes") {
  GateFixture emulator;
  set_rules(emulator);
  retire(emulator, 102);
  const std::string ticket = login(emulator, adm0);
  const std::string long_text(255, 'x');
  struct Case {
    int user;
    std::string xml, outcome;
  };
  const Cells before = Cells::of(emulator.store());
  for (const Case& c : {
           Case{99999, password("long enough 1"), "SoNotFoundException"},
           Case{0, password("long enough 1"), "SoNotFoundException"},
           Case{12, "", wrong_argument + "Credential"},
           Case{12, "<Credential i:nil=\"true\"/>", wrong_argument + "Credential"},
           Case{12, "<Credential/>", wrong_argument + "Type"},
           Case{12, credential("", "x", ""), wrong_argument + "Type"},
           Case{12, credential("Ticket", "x", ""), wrong_argument + "Type"},
           Case{12, credential("imap", "x", ""), wrong_argument + "Type"},
           Case{12, credential("crm5/password", "x", ""), wrong_argument + "Type"},
           Case{12, password("short1"), "SoInvalidPasswordException"},
           Case{12, password(""), "SoInvalidPasswordException"},
           Case{12, directory_user("", "siri"), wrong_argument + "Value"},
           Case{12, directory_user(long_text, ""), wrong_argument + "Value"},
           Case{12, directory_user("S-1", long_text), wrong_argument + "DisplayValue"},
           Case{101, directory_user("S-1", ""), wrong_argument + "Type"},
           Case{14, directory_user("S-1", ""), wrong_argument + "Type"},
           Case{15, password("long enough 1"), wrong_argument + "Type"},
           Case{102, password("long enough 1"), refused},
       }) {
    CAPTURE(c.user);
    CAPTURE(c.xml);
    const Reply reply = emulator.call(ticket, "SaveCredential", user_id(c.user) + c.xml);
    CHECK(outcome_of(reply) == c.outcome);
    CHECK(reply.result("Response") == "false");
  }
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
}

TEST_CASE("DeleteCredential: the one of the type is gone, which is told") {
  GateFixture emulator;
  const std::string ticket = login(emulator, adm0);
  const auto removed = [&](int id, const std::string& type) {
    return emulator.call(ticket, "DeleteCredential", user_id(id) + element("CredentialType", type))
        .result("Response");
  };
  const Cells before = Cells::of(emulator.store());
  CHECK(removed(12, "ActiveDirectory") == "false");
  CHECK(removed(12, "CRM5/PASSWORD") == "true");
  CHECK(listed(before.rows_changed_to(Cells::of(emulator.store()))) == "Credentials[2]");
  CHECK(removed(12, "CRM5/PASSWORD") == "false");
  CHECK(emulator.login("SAL1", "sal1") == "");
  CHECK(emulator.login("SAL1", "") == "");
  CHECK(credentials_of(emulator, 12) == "");
  CHECK(removed(15, "CRM5/PASSWORD") == "false");
}

TEST_CASE("DeleteCredential: tickets and secrets for other systems stay") {
  GateFixture emulator;
  const std::string ticket = login(emulator, adm0);
  emulator.call(ticket, "SaveUntrustedCredentials", element("Type", "imap") + "<Credentials/>");
  const Cells before = Cells::of(emulator.store());
  for (const std::string& type :
       {std::string(), element("CredentialType", ""), element("CredentialType", "Ticket"),
        element("CredentialType", "imap"), element("CredentialType", "AccessToken"),
        std::string("<CredentialType i:nil=\"true\"/>")}) {
    CAPTURE(type);
    CHECK(emulator.call(ticket, "DeleteCredential", user_id(11) + type).result("Response") ==
          "false");
  }
  CHECK(listed(before.changed_to(Cells::of(emulator.store()))) == "");
}

TEST_CASE("Credentials: one's own, and those of the users that one manages") {
  struct Case {
    SeededUser caller, user;
    std::string outcome;
  };
  const std::string type = element("CredentialType", "CRM5/PASSWORD");
  for (const Case& c : {
           Case{adm0, sal1, "ok"},
           Case{usr8, ext1, "ok"},
           Case{sys0, adm0, "ok"},
           Case{sal1, sal1, "ok"},
           Case{sal1, adm0, refused},
           Case{ext1, ext1, "ok"},
           Case{ext1, ext2, refused},
           Case{ext3, ext1, refused},
           Case{ext3, ext3, "ok"},
           Case{sal1, nobody, "SoNotFoundException"},
       }) {
    CAPTURE(c.caller.name);
    CAPTURE(c.user.name);
    GateFixture emulator;
    const std::string ticket = login(emulator, c.caller);
    const Reply saved =
        emulator.call(ticket, "SaveCredential", user_id(c.user.id) + password("new"));
    CHECK(outcome_of(saved) == c.outcome);
    if (c.outcome == refused) {
      CHECK(saved.message() ==
            "The currently logged-on user is not permitted to perform this operation");
    }
    CHECK(outcome_of(emulator.call(ticket, "DeleteCredential", user_id(c.user.id) + type)) ==
          c.outcome);
  }
}

TEST_CASE("DeleteCredential: a retired user is left as it is") {
  GateFixture emulator;
  retire(emulator, 12);
  CHECK(emulator
            .call(login(emulator, adm0), "DeleteCredential",
                  user_id(12) + element("CredentialType", "CRM5/PASSWORD"))
            .message() == "This associate is marked as a former employee and cannot be modified.");
}
