#pragma once

#include <optional>
#include <string>

#include "server/gate/call.h"

namespace emulator {

/// Who has been recognised at SoPrincipal.
struct LogIn {
  store::Associate associate;
  std::string ticket;  ///< One that it came with and keeps; empty: a new one is due.
};

// Why a log-in is refused goes into the call's note, and so into the log: the caller must not
// learn which names exist (A-LOGIN). Empty: refused.

/// By name and password. The name is, in this order (documented): a ticket, with any password; the
/// user name; the e-mail address of a person, when exactly one user has it.
std::optional<LogIn> log_in_by_name(Call& call, const std::string& name,
                                    const std::string& password);

/// By a ticket or an access token alone.
std::optional<LogIn> log_in_by_ticket(Call& call, const std::string& ticket);

/// As the user of --anonymous-user (A-IMPLICIT).
std::optional<LogIn> log_in_as_anonymous(Call& call);

}  // namespace emulator
