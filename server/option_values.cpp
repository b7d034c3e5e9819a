#include "server/option_values.h"

#include <algorithm>
#include <array>
#include <boost/asio/ip/address.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <charconv>
#include <numeric>
#include <utility>

namespace emulator {
namespace {

using UserTypeWord = std::pair<std::string_view, store::AssociateType>;
constexpr std::array<UserTypeWord, 4> user_types{
    {{"employee", store::AssociateType::employee},
     {"external", store::AssociateType::external_person},
     {"system", store::AssociateType::system},
     {"anonymous", store::AssociateType::anonymous}}};

constexpr std::string_view white_space = " \t\r";
constexpr std::array<std::pair<std::string_view, std::uint64_t>, 3> byte_units{
    {{"GiB", 1ULL << 30U}, {"MiB", 1ULL << 20U}, {"KiB", 1ULL << 10U}}};

std::optional<ApplicationToken> read_application_token(std::string_view text) {
  ApplicationToken result;
  const auto colon = text.find(':');
  result.token = text.substr(0, colon);
  if (colon != std::string_view::npos) {
    if (text.substr(colon) != ":restricted") return std::nullopt;
    result.restricted = true;
  }
  if (result.token.empty()) return std::nullopt;
  return result;
}

/// Levenshtein's distance.
std::size_t edits(std::string_view from, std::string_view to) {
  std::vector<std::size_t> row(to.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= from.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= to.size(); ++j) {
      const std::size_t replaced = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({replaced, row[j] + 1, row[j - 1] + 1}));
    }
  }
  return row.back();
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(white_space);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(white_space) - first + 1);
}

std::optional<std::uint64_t> read_number(std::string_view text, std::uint64_t least,
                                         std::uint64_t most) {
  std::uint64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stop != end || number < least || number > most) return std::nullopt;
  return number;
}

std::optional<std::uint64_t> read_bytes(std::string_view text, std::uint64_t most) {
  for (const auto& [unit, size] : byte_units) {
    if (!text.ends_with(unit)) continue;
    const auto count = read_number(text.substr(0, text.size() - unit.size()), 1, most / size);
    return count ? std::optional(*count * size) : std::nullopt;
  }
  return read_number(text, 1, most);
}

std::string show_bytes(std::uint64_t bytes) {
  for (const auto& [unit, size] : byte_units) {
    if (bytes > 0 && bytes % size == 0) return std::to_string(bytes / size) + std::string(unit);
  }
  return std::to_string(bytes);
}

std::optional<std::string> read_address(std::string_view text) {
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(text, error);
  return error ? std::nullopt : std::optional(address.to_string());
}

bool is_loopback(std::string_view address) {
  boost::system::error_code error;
  return boost::asio::ip::make_address(address, error).is_loopback() && !error;
}

std::optional<std::string> read_base_url(std::string_view text) {
  const auto url = boost::urls::parse_uri({text.data(), text.size()});
  if (!url || url->has_userinfo() || url->has_query() || url->has_fragment()) return std::nullopt;
  const auto scheme = url->scheme_id();
  if (scheme != boost::urls::scheme::http && scheme != boost::urls::scheme::https) {
    return std::nullopt;
  }
  if (url->encoded_host().empty()) return std::nullopt;
  if (url->has_port() && !read_number(url->port(), 1, 65535)) return std::nullopt;
  // Boost 1.81 takes the `x` of `http://host:80x` for a path.
  if (!url->encoded_path().empty() && url->encoded_path().front() != '/') return std::nullopt;
  return std::string(text.substr(0, text.find_last_not_of('/') + 1));
}

std::optional<std::vector<ApplicationToken>> read_application_tokens(std::string_view text) {
  std::vector<ApplicationToken> tokens;
  while (!text.empty()) {
    const auto comma = text.find(',');
    const auto token = read_application_token(trimmed(text.substr(0, comma)));
    if (!token) return std::nullopt;
    tokens.push_back(*token);
    text = comma == std::string_view::npos ? std::string_view{} : text.substr(comma + 1);
  }
  return tokens;
}

std::optional<std::set<store::AssociateType>> read_user_types(std::string_view text) {
  std::set<store::AssociateType> types;
  for (std::string_view rest = text; !rest.empty();) {
    const auto comma = rest.find(',');
    const std::string_view word = trimmed(rest.substr(0, comma));
    const auto known = std::ranges::find(user_types, word, &UserTypeWord::first);
    if (known == user_types.end()) return std::nullopt;
    types.insert(known->second);
    rest = comma == std::string_view::npos ? std::string_view{} : rest.substr(comma + 1);
  }
  return types.empty() ? std::nullopt : std::optional(types);
}

std::string show_user_types(const std::set<store::AssociateType>& types) {
  std::string text;
  for (const auto& [word, type] : user_types) {
    if (types.contains(type)) text += (text.empty() ? "" : ",") + std::string(word);
  }
  return text;
}

std::string nearest(std::string_view text, const std::vector<std::string>& candidates) {
  std::string best;
  std::size_t fewest = std::max<std::size_t>(2, text.size() / 3) + 1;
  for (const auto& candidate : candidates) {
    const auto distance = edits(text, candidate);
    // A word that shares nothing with the text is no slip of it.
    if (distance < fewest && distance < candidate.size()) {
      fewest = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace emulator
