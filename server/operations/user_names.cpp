#include "server/carriers/enumerations.h"
#include "server/carriers/user_validation_carrier.h"
#include "server/carriers/wire.h"
#include "server/domain/user_name_proposal.h"
#include "server/gate/call.h"
#include "server/operations/install.h"
#include "server/operations/user_lookup.h"

namespace emulator {
namespace {

// A-NAME-VALID, here and below: AssociateId 0 stands for a user that is not there yet; an existing
// one may keep its own name.
void is_user_name_valid(Call& call, const _so__IsUserNameValid& request,
                        _so__IsUserNameValidResponse& response) {
  response.Response =
      !user_name_problem(call.store, text_of(request.UserName), request.AssociateId);
}

void is_user_name_valid_with_reason(Call& call, const _so__IsUserNameValidWithReason& request,
                                    _so__IsUserNameValidWithReasonResponse& response) {
  response.Response = user_validation_carrier(
      call.context, user_name_problem(call.store, text_of(request.UserName), request.AssociateId));
}

// A-VALID-NAME.
void get_valid_user_name(Call& call, const _so__GetValidUserName& request,
                         _so__GetValidUserNameResponse& response) {
  std::string name = text_of(request.UserName);
  if (name.empty()) {
    const auto person = call.store.persons.find(request.PersonId);
    const auto type = from_wire(request.Type);
    if (person) {
      name = user_name_from(type.value_or(store::AssociateType::external_person), *person);
    }
  }
  response.Response =
      to_wire(call.context, unused_user_name(call.store, name, request.AssociateId));
}

}  // namespace

void install_user_names(Operations& on) {
  on.IsUserNameValid.serve_with(is_user_name_valid);
  on.IsUserNameValidWithReason.serve_with(is_user_name_valid_with_reason);
  on.GetValidUserName.serve_with(get_valid_user_name);
}

}  // namespace emulator
