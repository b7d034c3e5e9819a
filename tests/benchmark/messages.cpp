#include "tests/benchmark/messages.h"

#include "tests/support/messages.h"

namespace emulator::benchmark {

using namespace emulator::testing;

std::string set_external_user_info(const std::string& ticket, int number) {
  return envelope(
      credentials(ticket),
      wrapper("SetExternalUserInfo",
              element("AssociateId", "101") +
                  element("UserName", "user" + std::to_string(number) + "@fjord.example") +
                  element("ExternalUserInfoModification", "UserName")));
}

std::string get_user_info(const std::string& ticket) {
  return envelope(credentials(ticket), wrapper("GetUserInfo", element("UserInfoId", "101")));
}

}  // namespace emulator::benchmark
