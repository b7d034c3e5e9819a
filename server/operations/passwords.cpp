#include "server/domain/access_rules.h"
#include "server/gate/call.h"
#include "server/operations/install.h"
#include "server/operations/user_lookup.h"

namespace emulator {
namespace {

void can_change_password(Call& call, const _so__CanChangePassword& request,
                         _so__CanChangePasswordResponse& response) {
  const auto associate = call.store.associates.find(request.AssociateId);
  response.Response =
      associate && may_change_password_of(call.caller, associate->id, associate->type,
                                          contact_of(call.store, *associate));
}

}  // namespace

void install_passwords(Operations& on) { on.CanChangePassword.serve_with(can_change_password); }

}  // namespace emulator
