#pragma once

#include <string>
#include <string_view>

namespace emulator {

/// The text for the log, with `***` for each word that the message has in an element for secrets
/// (passwords, tickets, application tokens). Complaints about XML quote what they cannot read: an
/// ampersand that was not escaped makes a password an unknown entity. Works on the bytes as they
/// came, since what cannot be parsed has no elements.
std::string without_secrets(const std::string& text, std::string_view message);

}  // namespace emulator
