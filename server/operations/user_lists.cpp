#include "server/carriers/user_carrier.h"
#include "server/gate/call.h"
#include "server/operations/install.h"

namespace emulator {
namespace {

so__ArrayOfUser* users_carrier(Call& call, const std::vector<store::Associate>& associates) {
  so__ArrayOfUser* wire = soap_new_so__ArrayOfUser(call.context.get());
  for (const store::Associate& associate : associates) {
    wire->User.push_back(user_carrier(call.context, call.store, associate));
  }
  return wire;
}

// A-PERSON-USERS.
void get_user_from_person_id(Call& call, const _so__GetUserFromPersonId& request,
                             _so__GetUserFromPersonIdResponse& response) {
  response.Response = users_carrier(call, call.store.associates.find_by_person(request.PersonId));
}

void get_user_from_ej_user_id(Call& call, const _so__GetUserFromEjUserId& request,
                              _so__GetUserFromEjUserIdResponse& response) {
  // Whoever is no user of Service has the number 0.
  const int id = request.EjUserId;
  response.Response = users_carrier(
      call, id == 0 ? std::vector<store::Associate>{} : call.store.associates.find_by_ej_user(id));
}

}  // namespace

void install_user_lists(Operations& on) {
  on.GetUserFromPersonId.serve_with(get_user_from_person_id);
  on.GetUserFromEjUserId.serve_with(get_user_from_ej_user_id);
}

}  // namespace emulator
