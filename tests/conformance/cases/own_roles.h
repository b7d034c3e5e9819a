#pragma once

#include <string>
#include <vector>

#include "tests/conformance/session.h"

namespace conformance {

/// A role for employees that nobody has, of the run's: one for all cases. No operation removes
/// roles; it is marked as deleted after the last case.
int own_role(Session& session);
/// The same for external users, and one that a case may delete.
int spare_role(Session& session);
/// The spare role, marked as deleted; it takes the place of no other then.
int deleted_role(Session& session);

Answer role_entity(Session& session, int id);
/// SaveRoleEntity, with a rank behind all others; `others` are the members behind Rank.
Call saving_role(int id, const std::string& name, const std::string& type,
                 const std::string& others = {});
Call deleting_role(int id, int replacing);

/// The items of a list for choosing, such as GetAllRoles, by Id.
std::vector<int> ids_of(const Answer& list);
/// The same of an ArrayOfint.
std::vector<int> numbers_of(const Answer& list);
bool has(const std::vector<int>& ids, int id);

}  // namespace conformance
