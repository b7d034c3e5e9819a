#include "server/domain/user_group_rules.h"

#include <algorithm>
#include <limits>
#include <string>

#include "server/domain/fault.h"
#include "server/domain/text_length.h"
#include "server/domain/user_name_rules.h"

namespace emulator {

int rank_of_new(const std::vector<store::UserGroup>& groups) {
  int highest = 0;
  for (const store::UserGroup& group : groups) highest = std::max(highest, group.rank);
  return std::min<int>(highest, std::numeric_limits<short>::max() - 1) + 1;
}

void require_user_group_texts(const store::UserGroup& group) {
  if (group.name.empty()) throw fault::argument_missing("Value");
  require_length(group.name, 239, "Value");
  require_length(group.tooltip, 254, "Tooltip");
}

void require_free_name(const store::UserGroup& group, const std::vector<store::UserGroup>& groups) {
  const std::string key = user_name_key(group.name);
  const bool is_taken = std::ranges::any_of(groups, [&](const store::UserGroup& other) {
    return other.id != group.id && user_name_key(other.name) == key;
  });
  if (is_taken) throw fault::user_group_name_taken();
}

bool can_replace(const store::UserGroup& replacing, const store::UserGroup& removed) {
  return replacing.id != removed.id && !replacing.deleted;
}

}  // namespace emulator
