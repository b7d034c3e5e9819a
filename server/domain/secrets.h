#pragma once

#include <string>
#include <string_view>

#include "server/domain/randomness.h"
#include "server/domain/settings.h"

namespace emulator {

/// Makes libsodium ready. Called once before anything below; throws std::runtime_error when the
/// machine has no source of randomness.
void start_secrets();

/// A salted Argon2id hash, in libsodium's own text form, which carries its cost. Any bytes are a
/// password, none among them: blank passwords are legal.
std::string hash_password(std::string_view password, HashCost cost);

/// Whether the hash was made of the password. False for a text that is no hash.
bool password_matches(const std::string& hash, std::string_view password);

/// 12 letters and digits without those that look alike (assumption A-GENERATE), with at least one
/// upper case letter, one lower case letter and one digit; more, and other characters, where the
/// rules ask for them.
std::string generated_password(Randomness& random, const store::PasswordRules& rules = {});

/// A ticket's two halves, see tickets.h.
struct TicketParts {
  std::string guid;    ///< 32 lower case hex digits; finds the row.
  std::string number;  ///< Decimal, the secret.
};

/// 128 random bits in a version 4 GUID, and a random number of the size seen in real tickets.
TicketParts random_ticket_parts(Randomness& random);

/// `7S:` and base64 of 20 bytes, the form that NetServer documents for a ticket's row. Keyed with
/// the GUID, so that equal numbers do not show as equal rows.
std::string ticket_secret_hash(const TicketParts& parts);

/// Compares in a time that depends on the lengths alone.
bool same_secret(std::string_view left, std::string_view right);

std::string base64_of(std::string_view bytes);
/// False when the text is not base64; `bytes` is then unspecified.
bool base64_decoded(std::string_view text, std::string& bytes);

}  // namespace emulator
