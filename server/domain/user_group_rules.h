#pragma once

#include <vector>

#include "store/records.h"

namespace emulator {

/// The rank of a new group: behind all that there are, which is how `Rank is assigned to the
/// highest rank` is read (A-DEFAULT-GROUP). At most 32767, which is all that the wire can show.
int rank_of_new(const std::vector<store::UserGroup>& groups);

/// The name is there, name and tooltip are not longer than String(239) and String(254), as the
/// columns of roles and users are documented. Throws a Fault (A-ARGUMENT).
void require_user_group_texts(const store::UserGroup& group);

/// No other of the groups has its name: the column has a unique index, deleted ones included
/// (documented). That case does not count is A-SAVE-USER-GROUP. Throws a Fault (A-ARGUMENT).
void require_free_name(const store::UserGroup& group, const std::vector<store::UserGroup>& groups);

/// Whether the members of the one group may go to the other (A-DELETE-GROUP).
bool can_replace(const store::UserGroup& replacing, const store::UserGroup& removed);

}  // namespace emulator
