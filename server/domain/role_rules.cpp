#include "server/domain/role_rules.h"

#include "server/domain/fault.h"
#include "server/domain/text_length.h"

namespace emulator {
namespace {

using store::RoleType;

constexpr int name_length_max = 239;
constexpr int tooltip_length_max = 254;
constexpr int administrators = 1;  // User level 0: its id is documented.

}  // namespace

std::string_view name_of(RoleType type) {
  switch (type) {
    case RoleType::employee:
      return "Employee";
    case RoleType::external_user:
      return "ExternalUser";
    case RoleType::anonymous:
      return "Anonymous";
    case RoleType::system:
      return "System";
  }
  return {};
}

void require_role_texts(const store::Role& role) {
  if (role.name.empty()) throw fault::argument_missing("Name");
  require_length(role.name, name_length_max, "Name");
  require_length(role.tooltip, tooltip_length_max, "Tooltip");
}

bool is_deletable(const store::Role& role) {
  return role.id != administrators &&
         (role.type == RoleType::employee || role.type == RoleType::external_user);
}

bool can_replace(const store::Role& replacing, const store::Role& deleted) {
  return replacing.id != deleted.id && replacing.type == deleted.type && !replacing.deleted;
}

}  // namespace emulator
