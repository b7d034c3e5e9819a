#include <algorithm>

#include "server/carriers/credential_carrier.h"
#include "server/carriers/enumerations.h"
#include "server/carriers/user_carrier.h"
#include "server/carriers/wire.h"
#include "server/domain/fault.h"
#include "server/domain/person_rules.h"
#include "server/domain/user_rules.h"
#include "server/operations/install.h"
#include "server/operations/user_defaults.h"
#include "server/operations/user_lookup.h"
#include "server/operations/user_writing.h"

namespace emulator {
namespace {

/// What is asked for, checked as far as it can be before anybody is sought.
struct Wanted {
  store::Contact contact;
  store::AssociateType type;
  PersonInfo person;
  CredentialDraft credential;
};

/// Absent and nil lists are empty ones, and so are texts.
std::vector<std::string> texts_of(const arr__ArrayOfstring* wire) {
  std::vector<std::string> texts;
  if (wire != nullptr) texts = wire->string;
  std::erase(texts, "");
  return texts;
}

// Documented: ContactId cannot be 0, Credential is required, and the rest of what is known of the
// person is not. A user who is a person is what is asked for, so the type must be of such a one.
Wanted wanted_of(Call& call, const _so__ResolveUserFromInfo& request) {
  if (request.ContactId == 0) throw fault::argument_missing("ContactId");
  if (request.Credential == nullptr) throw fault::argument_missing("Credential");
  const auto type = from_wire(request.UserType);
  if (!type) throw fault::user_type_missing("UserType");
  if (!is_named(*type)) throw fault::user_is_no_person("UserType");
  const auto contact = call.store.contacts.find(request.ContactId);
  if (!contact) throw fault::not_found("Contact", request.ContactId);
  require_may_manage(call, *type, contact->id);
  const PersonInfo person{text_of(request.PersonName), texts_of(request.PhoneNumbers),
                          texts_of(request.Emails)};
  const CredentialDraft credential = credential_of_wire(*request.Credential);
  if (credential_kind(credential.type) == nullptr) {
    throw fault::credential_type_refused(credential.type);
  }
  return {*contact, *type, person, credential};
}

// A password tells nobody who has it.
std::optional<store::Associate> user_of_credential(Call& call, const CredentialDraft& credential) {
  if (credential.type != directory_credential) return std::nullopt;
  const auto row = call.store.credentials.find(credential.type, credential.value);
  return row ? call.store.associates.find(row->associate_id) : std::nullopt;
}

/// The one of the type, if there is one; else the first.
std::optional<store::Associate> user_of_person(Call& call, int person_id,
                                               store::AssociateType type) {
  const auto users = call.store.associates.find_by_person(person_id);
  if (users.empty()) return std::nullopt;
  const auto user = std::ranges::find(users, type, &store::Associate::type);
  return user == users.end() ? users.front() : *user;
}

// Documented is that UserType is the type to look up.
store::Associate found(Call& call, const store::Associate& user, const Wanted& wanted) {
  require_may_manage(call, user.type, contact_of(call.store, user));
  if (user.type != wanted.type) throw fault::wrong_user_type("UserType");
  return user;
}

store::Person new_person(Call& call, const Wanted& wanted) {
  PersonInfo info = wanted.person;
  if (info.name.empty()) info.name = wanted.credential.display_value;
  if (info.name.empty() && !info.emails.empty()) info.name = info.emails.front();
  store::Person person = person_of(info);
  person.contact_id = wanted.contact.id;
  person.country_id = wanted.contact.country_id;
  person.associate_id = wanted.contact.associate_id;
  for (const store::Person& other : call.store.persons.list_of_contact(wanted.contact.id)) {
    person.rank = std::max(person.rank, other.rank);
  }
  ++person.rank;
  call.store.persons.save(person, call.author());
  return person;
}

store::Associate new_user(Call& call, const store::Person& person, const Wanted& wanted) {
  UserDraft draft = default_user(call, wanted.type, person);
  if (draft.associate.name.empty()) {
    draft.associate.name = unused_user_name(call.store, "", 0);
  }
  draft.credentials = {wanted.credential};
  return save_user(call, std::move(draft));
}

// A-RESOLVE. What is refused after the person was made takes the person along: the transaction is
// rolled back.
void resolve_user_from_info(Call& call, const _so__ResolveUserFromInfo& request,
                            _so__ResolveUserFromInfoResponse& response) {
  const Wanted wanted = wanted_of(call, request);
  bool is_person_new = false;
  auto user = user_of_credential(call, wanted.credential);
  if (!user) {
    auto person =
        matching_person(call.store.persons.list_of_contact(wanted.contact.id), wanted.person);
    if (person) user = user_of_person(call, person->id, wanted.type);
    if (!user) {
      is_person_new = !person;
      if (!person) person = new_person(call, wanted);
      user = new_user(call, *person, wanted);
    }
  }
  response.Response = soap_new_so__ResolvedUser(call.context.get());
  response.Response->User = user_carrier(call.context, call.store, found(call, *user, wanted));
  response.Response->PersonCreated = is_person_new;
}

}  // namespace

void install_resolved_users(Operations& on) {
  on.ResolveUserFromInfo.serve_with(resolve_user_from_info);
}

}  // namespace emulator
