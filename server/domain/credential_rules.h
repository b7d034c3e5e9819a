#pragma once

#include <array>
#include <string>
#include <string_view>

#include "store/records.h"

namespace emulator {

/// A way in which a user can prove who it is: what NetServer calls a type of credentials.
struct CredentialKind {
  std::string_view type;  ///< As in the table Credentials and over SOAP (documented).
  std::string_view display_type;
  std::string_view description;
};

/// `ActiveDirectory`: the user of a foreign directory proves it there.
inline constexpr std::string_view directory_credential = "ActiveDirectory";

/// All there are: a password, and a user of a Windows domain. A user has one or the other, not
/// both (documented). Names and texts are NetServer's, see A-CREDENTIAL-TYPE.
const std::array<CredentialKind, 2>& credential_kinds();

/// Null: there is no such type. Names are compared as they are written.
const CredentialKind* credential_kind(std::string_view type);

/// A credential as a client gives it.
struct CredentialDraft {
  std::string type{};
  std::string value{};  ///< The password in clear, or what the directory knows the user by.
  std::string display_value{};
  bool operator==(const CredentialDraft&) const = default;
};

/// Whether users of this type can have credentials of this kind (A-CREDENTIAL-TYPES): employees
/// both, external and system users a password, others log in by none.
bool can_have(store::AssociateType user, const CredentialKind& kind);

/// Columns searchName and displayName of Credentials hold so many characters (documented).
inline constexpr int credential_text_length_max = 254;

}  // namespace emulator
