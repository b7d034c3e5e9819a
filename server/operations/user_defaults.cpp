#include "server/operations/user_defaults.h"

#include <algorithm>

#include "server/domain/license_rules.h"
#include "server/domain/person_rules.h"
#include "server/domain/user_name_proposal.h"
#include "server/domain/user_rules.h"
#include "server/operations/user_lookup.h"

namespace emulator {
namespace {

int next_rank(store::Store& store) {
  int highest = 0;
  for (const store::Associate& user : store.associates.list()) {
    highest = std::max(highest, user.rank);
  }
  return highest + 1;
}

template <class Rows>
int first_id(const Rows& rows) {
  return rows.empty() ? 0 : rows.front().id;
}

}  // namespace

UserDraft default_user(Call& call, store::AssociateType type, const store::Person& person) {
  store::Store& store = call.store;
  UserDraft draft;
  draft.associate.type = type;
  draft.associate.person_id = person.id;
  draft.associate.rank = next_rank(store);
  draft.associate.tooltip = full_name_of(person);
  draft.role_id = first_id(store.roles.list(role_type_of(type)));
  if (type == store::AssociateType::employee) {
    draft.associate.group_id = first_id(store.user_groups.list());
  }
  const std::string name = user_name_from(type, person);
  if (!name.empty()) {
    draft.associate.name = draft.associate.user_name = unused_user_name(store, name, 0);
  }
  const auto license = store.licenses.find_by_name(access_license(type));
  if (license && is_free(*license, store.licenses.holders(license->id))) {
    draft.licenses.push_back({license->id, full_name(*license)});
  }
  return draft;
}

}  // namespace emulator
