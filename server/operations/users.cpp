#include "server/carriers/user_carrier.h"
#include "server/carriers/wire.h"
#include "server/domain/user_name_rules.h"
#include "server/gate/call.h"
#include "server/operations/install.h"

namespace emulator {
namespace {

// A-GET-UNKNOWN: an unknown user is nil, not an error. Retired ones are found.
void get_user(Call& call, const _so__GetUser& request, _so__GetUserResponse& response) {
  if (const auto associate = call.store.associates.find(request.UserId)) {
    response.Response = user_carrier(call.context, call.store, *associate);
  }
}

void get_user_from_name(Call& call, const _so__GetUserFromName& request,
                        _so__GetUserFromNameResponse& response) {
  const std::string key = user_name_key(text_of(request.UserName));
  if (const auto associate = call.store.associates.find_by_key(key)) {
    response.Response = user_carrier(call.context, call.store, *associate);
  }
}

}  // namespace

void install_users(Operations& on) {
  on.GetUser.serve_with(get_user);
  on.GetUserFromName.serve_with(get_user_from_name);
}

}  // namespace emulator
