#include <algorithm>

#include "server/carriers/credential_carrier.h"
#include "server/carriers/enumerations.h"
#include "server/carriers/person_carrier.h"
#include "server/carriers/user_draft_carrier.h"
#include "server/carriers/wire.h"
#include "server/domain/credential_rules.h"
#include "server/domain/fault.h"
#include "server/domain/person_rules.h"
#include "server/domain/user_rules.h"
#include "server/operations/install.h"
#include "server/operations/user_defaults.h"

namespace emulator {
namespace {

using store::AssociateType;

AssociateType usable_type(Call& call, so__UserType wire) {
  const auto type = from_wire(wire);
  if (!type) throw fault::user_type_missing("UserType");
  require_license_for(*type, call.store.licenses.find_by_name(access_license(*type)));
  return *type;
}

// A-DEFAULT-USER: without a type, an employee.
void create_default_user(Call& call, const _so__CreateDefaultUser&,
                         _so__CreateDefaultUserResponse& response) {
  response.Response =
      user_draft_carrier(call.context, call.store, default_user(call, AssociateType::employee));
}

void create_from_type(Call& call, const _so__CreateDefaultUserFromUserType& request,
                      _so__CreateDefaultUserFromUserTypeResponse& response) {
  const AssociateType type = usable_type(call, request.UserType);
  require_person_id(type, 0, "UserType");
  response.Response = user_draft_carrier(call.context, call.store, default_user(call, type));
}

void create_from_person(Call& call, const _so__CreateDefaultUserFromUserTypeAndPersonId& request,
                        _so__CreateDefaultUserFromUserTypeAndPersonIdResponse& response) {
  const AssociateType type = usable_type(call, request.UserType);
  require_person_id(type, request.PersonId, "PersonId");
  const auto person = call.store.persons.find(request.PersonId);
  if (request.PersonId != 0 && !person) throw fault::person_not_found();
  response.Response = user_draft_carrier(
      call.context, call.store, default_user(call, type, person.value_or(store::Person{})));
}

/// The user as the directory knows it; one that it does not have is called by what is shown.
store::DirectoryUser directory_user(Call& call, const std::string& value,
                                    const std::string& display_value) {
  const auto users = call.store.directory.find_users("");
  const auto user = std::ranges::find(users, value, &store::DirectoryUser::value);
  if (user != users.end()) return *user;
  store::DirectoryUser unknown;
  unknown.full_name = display_value;
  return unknown;
}

store::Person person_of(const store::DirectoryUser& user, const store::Contact& contact) {
  PersonInfo info;
  info.name = user.full_name;
  if (!user.email.empty()) info.emails = {user.email};
  store::Person person = person_of(info);
  person.contact_id = contact.id;
  person.country_id = contact.country_id;
  return person;
}

// A-DEFAULT-CREDENTIAL.
void create_from_credential(Call& call,
                            const _so__CreateDefaultUserFromUserTypeAndCredential& request,
                            _so__CreateDefaultUserFromUserTypeAndCredentialResponse& response) {
  const AssociateType type = usable_type(call, request.UserType);
  store::Person person;
  if (is_named(type)) {
    const auto contact = call.store.contacts.find(request.ContactId);
    if (!contact) throw fault::not_found("Contact", request.ContactId);
    person = person_of(directory_user(call, text_of(request.CredentialValue),
                                      text_of(request.CredentialDisplayValue)),
                       *contact);
  } else if (request.ContactId != 0) {
    throw fault::user_is_no_person("ContactId");
  }
  const std::string credential_type = text_of(request.CredentialType);
  const CredentialKind* kind = credential_kind(credential_type);
  if (kind == nullptr) throw fault::credential_type_refused(credential_type);
  if (!can_have(type, *kind)) throw fault::wrong_user_type("UserType");
  response.Response =
      user_draft_carrier(call.context, call.store, default_user(call, type, person));
  if (is_named(type)) response.Response->Person = person_carrier(call.context, call.store, person);
  response.Response->Credentials = soap_new_so__ArrayOfCredential(call.context.get());
  response.Response->Credentials->Credential.push_back(
      credential_carrier(call.context, *kind, text_of(request.CredentialValue),
                         text_of(request.CredentialDisplayValue)));
}

}  // namespace

void install_default_users(Operations& on) {
  on.CreateDefaultUser.serve_with(create_default_user);
  on.CreateDefaultUserFromUserType.serve_with(create_from_type);
  on.CreateDefaultUserFromUserTypeAndPersonId.serve_with(create_from_person);
  on.CreateDefaultUserFromUserTypeAndCredential.serve_with(create_from_credential);
}

}  // namespace emulator
