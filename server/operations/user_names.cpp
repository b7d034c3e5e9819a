#include "server/carriers/wire.h"
#include "server/domain/user_name_rules.h"
#include "server/gate/call.h"
#include "server/operations/install.h"
#include "server/operations/user_lookup.h"

namespace emulator {
namespace {

// A-NAME-VALID: AssociateId 0 stands for a user that is not there yet; an existing one may keep its
// own name.
void is_user_name_valid(Call& call, const _so__IsUserNameValid& request,
                        _so__IsUserNameValidResponse& response) {
  const std::string name = text_of(request.UserName);
  response.Response = check_user_name(name) == UserNameProblem::none &&
                      !is_name_taken(call.store, name, request.AssociateId);
}

}  // namespace

void install_user_names(Operations& on) { on.IsUserNameValid.serve_with(is_user_name_valid); }

}  // namespace emulator
