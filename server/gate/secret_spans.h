#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace emulator {

/// A part of a message that is a secret.
struct SecretSpan {
  std::size_t begin = 0, end = 0;
};

/// What is secret in a message: the contents of the elements for it, attributes that are called
/// so, and tickets anywhere. In order, none within another. Works on messages that are not XML,
/// too: where it is not clear how far a secret goes, it goes to the end of the message. Takes time
/// as the message is long.
/// @param message in UTF-8
std::vector<SecretSpan> secret_spans(std::string_view message);

/// A message as it came, with `***` for each secret; in valid UTF-8 (domain/utf8_text.h).
std::string blanked_message(std::string_view message);

}  // namespace emulator
