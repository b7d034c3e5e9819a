#include "server/operations/user_removal.h"

#include "server/carriers/wire.h"
#include "server/domain/fault.h"
#include "server/operations/install.h"
#include "server/operations/user_lookup.h"

namespace emulator {
namespace {

void require_other_user(const Call& call, const store::Associate& associate) {
  if (associate.id == call.caller.associate_id) throw fault::own_deletion();
}

void delete_user(Call& call, const _so__DeleteUser& request, _so__DeleteUserResponse&) {
  remove_user(call, managed_user(call, request.UserId));
}

void delete_user_from_name(Call& call, const _so__DeleteUserFromName& request,
                           _so__DeleteUserFromNameResponse&) {
  remove_user(call, managed_user(call, text_of(request.UserName)));
}

// A-REMOVE-LICENSES.
void remove_licenses(Call& call, const _so__RemoveLicenses& request, _so__RemoveLicensesResponse&) {
  call.store.licenses.withdraw_all(managed_user(call, request.AssociateId).id);
}

// A-RETIRE. Documented are the three changes, and that the way back does not restore licences.
void make_retired(Call& call, const _so__MakeRetired& request, _so__MakeRetiredResponse&) {
  store::Associate associate = managed_user(call, request.AssociateId);
  const bool retired = request.Retired;
  if (retired) {
    require_other_user(call, associate);
    call.store.licenses.withdraw_all(associate.id);
  }
  auto person = call.store.persons.find(associate.person_id);
  if (person && person->retired != retired) {
    person->retired = retired;
    call.store.persons.save(*person, call.author());
  }
  if (associate.deleted != retired) {
    associate.deleted = retired;
    call.store.associates.save(associate, call.author());
  }
}

store::AssociateHistory history_of(Call& call, const store::Associate& associate) {
  const store::Person person =
      call.store.persons.find(associate.person_id).value_or(store::Person{});
  store::AssociateHistory history;
  history.associate_id = associate.id;
  history.group_id = associate.group_id;
  history.person_id = associate.person_id;
  history.type = associate.type;
  history.name = associate.name;
  history.first_name = person.first_name;
  history.middle_name = person.middle_name;
  history.last_name = person.last_name;
  history.contact_id = person.contact_id;
  return history;
}

}  // namespace

void remove_user(Call& call, const store::Associate& associate) {
  require_other_user(call, associate);
  store::AssociateHistory history = history_of(call, associate);
  call.store.associate_history.save(history, call.author());
  call.store.associates.remove(associate.id);
}

void install_user_removal(Operations& on) {
  on.DeleteUser.serve_with(delete_user);
  on.DeleteUserFromName.serve_with(delete_user_from_name);
  on.MakeRetired.serve_with(make_retired);
  on.RemoveLicenses.serve_with(remove_licenses);
}

}  // namespace emulator
