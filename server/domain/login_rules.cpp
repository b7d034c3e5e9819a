#include "server/domain/login_rules.h"

#include "server/domain/user_name_rules.h"

namespace emulator {

using store::AssociateType;

std::string_view login_license(AssociateType type) {
  switch (type) {
    case AssociateType::employee:
      return "superoffice.user";
    case AssociateType::external_person:
      return "superoffice.extern-user-cal";
    case AssociateType::system:
      return "superoffice.system-user-cal";
    case AssociateType::resource:
    case AssociateType::anonymous:
      break;
  }
  return {};
}

bool can_log_on(AssociateType type, bool deleted, const std::set<std::string>& licenses) {
  const std::string_view needed = login_license(type);
  return !deleted && !needed.empty() && licenses.contains(std::string(needed));
}

LoginProblem login_problem(const Principal& user, bool deleted, const ServiceSettings& settings) {
  if (!settings.allowed_user_types.contains(user.type)) return LoginProblem::type_not_allowed;
  const bool may =
      user.type == AssociateType::anonymous
          ? !deleted && user_name_key(user.name) == user_name_key(settings.anonymous_user)
          : can_log_on(user.type, deleted, user.licenses);
  return may ? LoginProblem::none : LoginProblem::inactive;
}

}  // namespace emulator
