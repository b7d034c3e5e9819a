#pragma once

#include <string_view>

namespace emulator {

/// What the writer of a client can do about a breach of the contract, by its id; empty: unknown id.
std::string_view fix_of_breach(std::string_view id);

/// The same about an exception, by its id in the catalogue (domain/fault_catalogue.h).
std::string_view fix_of_error(std::string_view id);

/// The same about a ticket, by the Reason that `not-authenticated` gives.
std::string_view fix_of_ticket(std::string_view reason);

/// The same about a fault of the platform, by its code and the HTTP status.
std::string_view fix_of_platform_fault(std::string_view code, int status);

}  // namespace emulator
