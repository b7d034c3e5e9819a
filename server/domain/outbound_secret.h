#pragma once

#include <string>
#include <string_view>

#include "store/records.h"

namespace emulator {

/// A secret for another system, in clear: what NetServer calls untrusted credentials. Its owner has
/// it once for each type and public value (A-SECRET-KEY).
struct OutboundSecret {
  std::string public_value{};  ///< Typically server or user name (documented).
  std::string secret_value{};
  std::string comment{};
  std::string valid_from{store::null_date};
  std::string valid_to{store::null_date};
  bool is_active = false;
  bool operator==(const OutboundSecret&) const = default;
};

/// One that begins now, has no end and is active.
OutboundSecret default_secret(const std::string& now);

/// Throws a Fault unless it may be kept under the type: at most 238, 70 and 255 characters of
/// public value, secret value and comment (documented); a type, which is none of the proofs of who
/// one is.
void require_secret(const OutboundSecret& secret, std::string_view type);

/// What the row of a secret is found by. Type and search name are unique in the whole table, so the
/// owner is part of it: a public value has 16 characters less than the column (documented), which
/// is room for that (inferred).
std::string secret_search_name(int associate_id, std::string_view public_value);

/// The reverse, of a row.
std::string public_value_of(const store::Credential& row);

}  // namespace emulator
