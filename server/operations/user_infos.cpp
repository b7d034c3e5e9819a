#include <set>

#include "server/carriers/user_carrier.h"
#include "server/gate/call.h"
#include "server/operations/install.h"

namespace emulator {
namespace {

void get_user_info(Call& call, const _so__GetUserInfo& request,
                   _so__GetUserInfoResponse& response) {
  if (const auto associate = call.store.associates.find(request.UserInfoId)) {
    response.Response = user_info_carrier(call.context, call.store, *associate);
  }
}

// A-GET-UNKNOWN: in the order of the request, each once, unknown ids left out.
void get_user_info_list(Call& call, const _so__GetUserInfoList& request,
                        _so__GetUserInfoListResponse& response) {
  response.Response = soap_new_so__ArrayOfUserInfo(call.context.get());
  if (request.UserInfoIds == nullptr) return;
  std::set<int> seen;
  for (const int id : request.UserInfoIds->int_) {
    if (!seen.insert(id).second) continue;
    if (const auto associate = call.store.associates.find(id)) {
      response.Response->UserInfo.push_back(
          user_info_carrier(call.context, call.store, *associate));
    }
  }
}

}  // namespace

void install_user_infos(Operations& on) {
  on.GetUserInfo.serve_with(get_user_info);
  on.GetUserInfoList.serve_with(get_user_info_list);
}

}  // namespace emulator
