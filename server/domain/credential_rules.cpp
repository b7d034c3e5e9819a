#include "server/domain/credential_rules.h"

#include <algorithm>

#include "server/domain/login_rules.h"

namespace emulator {

using store::AssociateType;

const std::array<CredentialKind, 2>& credential_kinds() {
  static constexpr std::array<CredentialKind, 2> kinds{{
      {password_credential, "Password", "SuperOffice is responsible for user name and password."},
      {directory_credential, "Active Directory User",
       "Active Directory (Windows) is responsible for user name and password."},
  }};
  return kinds;
}

const CredentialKind* credential_kind(std::string_view type) {
  const auto kind = std::ranges::find(credential_kinds(), type, &CredentialKind::type);
  return kind == credential_kinds().end() ? nullptr : &*kind;
}

bool can_have(AssociateType user, const CredentialKind& kind) {
  if (kind.type == directory_credential) return user == AssociateType::employee;
  return !login_license(user).empty();
}

}  // namespace emulator
