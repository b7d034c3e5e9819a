#include "server/domain/role_rules.h"

#include <algorithm>

#include "server/domain/fault.h"

namespace emulator {
namespace {

using store::RoleType;

constexpr int name_length_max = 239;
constexpr int tooltip_length_max = 254;
constexpr int administrators = 1;  // User level 0: its id is documented.

/// Code points of a text in UTF-8.
auto length_of(std::string_view text) {
  return std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

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
  if (length_of(role.name) > name_length_max) throw fault::text_too_long("Name", name_length_max);
  if (length_of(role.tooltip) > tooltip_length_max) {
    throw fault::text_too_long("Tooltip", tooltip_length_max);
  }
}

bool is_deletable(const store::Role& role) {
  return role.id != administrators &&
         (role.type == RoleType::employee || role.type == RoleType::external_user);
}

bool can_replace(const store::Role& replacing, const store::Role& deleted) {
  return replacing.id != deleted.id && replacing.type == deleted.type && !replacing.deleted;
}

}  // namespace emulator
