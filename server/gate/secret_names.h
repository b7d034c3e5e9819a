#pragma once

#include <string>
#include <string_view>

namespace emulator {

/// Whether an element (or an attribute) holds a secret, by local names. `parent` may be empty:
/// not known.
bool is_secret_element(std::string_view name, std::string_view parent);

/// Whether a parameter is a secret: by its path, such as `Credential/Value`, or since its text has
/// a ticket in it.
bool is_secret_parameter(std::string_view path, std::string_view text);

/// Whether a header of HTTP is a secret, by its name.
bool is_secret_header(std::string_view name);

/// Where a ticket or an access token begins, right or wrong (`7T:`, `8A:`); npos: there is none.
std::size_t find_ticket_text(std::string_view text, std::size_t from = 0);
/// Where what begins there ends: at a blank, a quotation mark, a bracket of a tag.
std::size_t end_of_ticket_text(std::string_view text, std::size_t begin);

/// The text with `***` for each ticket and access token in it, those with `%3A` for the colon too.
std::string without_tickets(std::string_view text);

}  // namespace emulator
