#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/settings.h"

namespace emulator {

/// Without blanks, tabs and carriage returns at both ends.
std::string_view trimmed(std::string_view text);

/// The whole of `text` as a decimal number without sign, from `least` to `most`.
std::optional<std::uint64_t> read_number(std::string_view text, std::uint64_t least,
                                         std::uint64_t most);

/// Bytes, such as `4096`, `64KiB`, `4MiB` or `1GiB`, from 1 to `most`.
std::optional<std::uint64_t> read_bytes(std::string_view text, std::uint64_t most);

/// The shortest exact form that `read_bytes` takes.
std::string show_bytes(std::uint64_t bytes);

/// An address to listen on, IPv4 or IPv6 without brackets, in its usual form.
std::optional<std::string> read_address(std::string_view text);

/// Whether an address that read_address took is this machine alone.
bool is_loopback(std::string_view address);

/// An absolute http or https URL without user, query and fragment; trailing slashes are dropped, so
/// that paths can be appended.
std::optional<std::string> read_base_url(std::string_view text);

/// `TOKEN` and `TOKEN:restricted`, parted by commas. An empty text is an empty list.
std::optional<std::vector<ApplicationToken>> read_application_tokens(std::string_view text);

/// `employee`, `external`, `system` and `anonymous`, parted by commas, at least one.
std::optional<std::set<store::AssociateType>> read_user_types(std::string_view text);

/// The same words in one order.
std::string show_user_types(const std::set<store::AssociateType>& types);

/// The candidate that `text` is probably a slip of, or "".
std::string nearest(std::string_view text, const std::vector<std::string>& candidates);

}  // namespace emulator
