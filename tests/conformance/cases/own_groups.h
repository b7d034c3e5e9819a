#pragma once

#include <string>

#include "tests/conformance/session.h"

namespace conformance {

Answer group_of(Session& session, int id);
/// SaveUserGroup, with the XML of a UserGroup's members.
Answer save_group(Session& session, const std::string& members);
/// A group of the run's, removed after the case; `more` comes behind its Value and Tooltip.
int own_group(Session& session, const std::string& name, const std::string& more = {});
/// Its members, if it has some, move to the target then.
void remove_group_afterwards(Session& session, int id, int target);
Answer delete_group(Session& session, int id, int moving_to);
/// One that the run has not made and that members can move to. \throws LeftOut for none.
int other_group(Session& session);

}  // namespace conformance
