#include "server/domain/assumptions.h"

#include <iterator>

namespace emulator {
namespace {

// The rows: {id, when, answer, reason, check}.
constexpr Assumption table[] = {
#include "server/domain/assumptions/login.def"
#include "server/domain/assumptions/calls.def"
#include "server/domain/assumptions/access.def"
#include "server/domain/assumptions/external_users.def"
#include "server/domain/assumptions/secrets.def"
#include "server/domain/assumptions/users.def"
#include "server/domain/assumptions/user_life.def"
#include "server/domain/assumptions/roles.def"
#include "server/domain/assumptions/user_groups.def"
#include "server/domain/assumptions/owner_contacts.def"
#include "server/domain/assumptions/service_auths.def"
#include "server/domain/assumptions/carriers.def"
};

}  // namespace

const std::vector<Assumption>& assumptions() {
  static const std::vector<Assumption> list(std::begin(table), std::end(table));
  return list;
}

}  // namespace emulator
