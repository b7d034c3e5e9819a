#include "server/carriers/user_draft_carrier.h"

#include <doctest/doctest.h>

#include "server/carriers/user_carrier.h"
#include "server/carriers/wire.h"
#include "tests/server/carriers/shown.h"

using namespace emulator;
using namespace emulator::testing;
using store::AssociateType;

namespace {

UserDraft sent_back(Shown& rows, int id) {
  return user_draft_of_wire(*user_carrier(rows.context, rows.store(), rows.associate(id)));
}

/// A credential, which is put into the User.
so__Credential& credential_in(Shown& rows, so__User& user, const std::string& type,
                              const std::string& value) {
  if (user.Credentials == nullptr) {
    user.Credentials = soap_new_so__ArrayOfCredential(rows.context.get());
  }
  so__Credential* credential = soap_new_so__Credential(rows.context.get());
  credential->Type = soap_new_so__CredentialType(rows.context.get());
  credential->Type->Type = to_wire(rows.context, type);
  credential->Value = to_wire(rows.context, value);
  user.Credentials->Credential.push_back(credential);
  return *credential;
}

}  // namespace

TEST_CASE("User draft: a carrier that is sent back is the associate") {
  Shown rows;
  rows.store().associates.set_secondary_groups(12, {3, 5}, {});
  const UserDraft draft = sent_back(rows, 12);
  const store::Associate stored = rows.associate(12);
  CHECK(draft.associate.id == 12);
  CHECK(draft.associate.name == stored.name);
  CHECK(draft.associate.user_name == stored.user_name);
  CHECK(draft.associate.rank == stored.rank);
  CHECK(draft.associate.tooltip == stored.tooltip);
  CHECK(draft.associate.deleted == stored.deleted);
  CHECK(draft.associate.group_id == 2);
  CHECK(draft.associate.person_id == 148);
  CHECK(draft.associate.type == AssociateType::employee);
  CHECK(draft.role_id == 3);
  CHECK(draft.other_groups == std::vector<int>{3, 5});
  CHECK(draft.licenses == std::vector<LicenseName>{{5, "superoffice.user"}});
  CHECK(draft.credentials.empty());
}

TEST_CASE("User draft: both kinds of licences count, those that are Assigned") {
  Shown rows;
  CHECK(sent_back(rows, 103).licenses ==
        std::vector<LicenseName>{{9, "superoffice.admin-extern-user"},
                                 {6, "superoffice.extern-user-cal"}});
  CHECK(sent_back(rows, 102).licenses.empty());
}

TEST_CASE("User draft: nothing sent is nothing") {
  Shown rows;
  so__User* user = soap_new_so__User(rows.context.get());
  const UserDraft draft = user_draft_of_wire(*user);
  CHECK(draft.associate == store::Associate{});
  CHECK(draft.role_id == 0);
  CHECK(draft.other_groups.empty());
  CHECK(draft.licenses.empty());
  CHECK(draft.credentials.empty());
}

TEST_CASE("User draft: nil items of lists are passed over") {
  Shown rows;
  so__User* user = user_carrier(rows.context, rows.store(), rows.associate(12));
  user->OtherGroups->UserGroup.push_back(nullptr);
  user->Credentials->Credential.push_back(nullptr);
  so__LicenseOwner* owner = user->LicenseOwners->LicenseOwner.at(0);
  owner->RestrictedModuleLicenses->ModuleLicenseLink.push_back(nullptr);
  owner->UnrestrictedModuleLicenses = nullptr;
  user->LicenseOwners->LicenseOwner.push_back(nullptr);
  const UserDraft draft = user_draft_of_wire(*user);
  CHECK(draft.other_groups.empty());
  CHECK(draft.licenses == std::vector<LicenseName>{{5, "superoffice.user"}});
}

TEST_CASE("User draft: credentials that have a value, in the order of the carrier") {
  Shown rows;
  so__User* user = soap_new_so__User(rows.context.get());
  credential_in(rows, *user, "CRM5/PASSWORD", "").DisplayValue = to_wire(rows.context, "SAL1");
  credential_in(rows, *user, "CRM5/PASSWORD", "").Value = nullptr;
  CHECK(user_draft_of_wire(*user).credentials.empty());
  credential_in(rows, *user, "ActiveDirectory", "S-1-5-7").DisplayValue =
      to_wire(rows.context, "DOMAIN\\ask");
  credential_in(rows, *user, "CRM5/PASSWORD", " secret");
  credential_in(rows, *user, "CRM5/PASSWORD", "x").Type = nullptr;
  CHECK(user_draft_of_wire(*user).credentials ==
        std::vector<CredentialDraft>{{"ActiveDirectory", "S-1-5-7", "DOMAIN\\ask"},
                                     {"CRM5/PASSWORD", " secret", ""},
                                     {"", "x", ""}});
}

TEST_CASE("User draft: shown to a client, with role and licences of the draft") {
  Shown rows;
  UserDraft draft;
  draft.associate.type = AssociateType::external_person;
  draft.associate.name = "new";
  draft.associate.person_id = 504;
  draft.role_id = 13;
  draft.licenses = {{9, "superoffice.admin-extern-user"}};
  const so__User* user = user_draft_carrier(rows.context, rows.store(), draft);
  CHECK(user->AssociateId == 0);
  CHECK(shown(user->Name) == "new");
  CHECK(user->Type == so__UserType::ExternalAssociate);
  REQUIRE(user->Role != nullptr);
  CHECK(user->Role->Id == 13);
  CHECK(user->UserGroup == nullptr);
  REQUIRE(user->Person != nullptr);
  CHECK(shown(user->Person->FullName) == "Free Person 504");
  CHECK(user_draft_of_wire(*user).licenses == draft.licenses);
  draft.role_id = 99;
  CHECK(user_draft_carrier(rows.context, rows.store(), draft)->Role == nullptr);
}
