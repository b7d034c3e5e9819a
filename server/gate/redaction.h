#pragma once

#include <string>
#include <string_view>

namespace emulator {

/// The text for the log, with `***` for each word that the message has in an element for secrets
/// (passwords, tickets, application tokens). Complaints about XML quote what they cannot read: an
/// ampersand that was not escaped makes a password an unknown entity. Works on the bytes as they
/// came, since what cannot be parsed has no elements.
std::string without_secrets(const std::string& text, std::string_view message);

/// A message with `***` in each element for secrets. Works on the bytes as they came, whether they
/// are XML or not; UTF-16 is shown as if it were ASCII.
std::string blanked_message(std::string_view message);

/// Whether a parameter is a secret: by its name (the last part of its path), or since it begins as
/// tickets do.
bool is_secret_parameter(std::string_view path, std::string_view text);

}  // namespace emulator
