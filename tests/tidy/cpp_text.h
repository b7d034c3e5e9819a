#pragma once

#include <string>
#include <string_view>

namespace tidy {

/// The code without comments, and with emptied texts and characters; every line end stays.
std::string without_texts(std::string_view code);

/// Where `word` stands on its own, no part of a longer name; npos for nowhere.
std::size_t find_word(std::string_view text, std::string_view word);

}  // namespace tidy
