#pragma once

#include <string>
#include <vector>

#include "server/domain/credential_rules.h"
#include "store/records.h"

namespace emulator {

/// A licence as a client names it.
struct LicenseName {
  int id = 0;               ///< 0: the name counts.
  std::string full_name{};  ///< Such as `superoffice.user`, in any case.
  bool operator==(const LicenseName&) const = default;
};

/// A user as it is to be stored, new or not, whoever asks for it.
struct UserDraft {
  /// Id 0: a new one. Keys, log-in times and stamp count for nothing.
  store::Associate associate{};
  int role_id = 0;
  std::vector<int> other_groups{};
  std::vector<LicenseName> licenses{};  ///< All that it is to hold of those that clients see.
  std::vector<CredentialDraft> credentials{};  ///< New ones; what it has stays as it is.
};

}  // namespace emulator
