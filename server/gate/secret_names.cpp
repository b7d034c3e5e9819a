#include "server/gate/secret_names.h"

#include <algorithm>
#include <array>
#include <boost/algorithm/string/predicate.hpp>

namespace emulator {
namespace {

bool is_among(const auto& names, std::string_view name) {
  return std::ranges::any_of(
      names, [&](std::string_view one) { return boost::algorithm::iequals(one, name); });
}

constexpr std::array<std::string_view, 9> secret_elements{
    "Password",    "OldPassword",      "NewPassword",
    "Ticket",      "ApplicationToken", "AccessToken",
    "SecretValue", "CredentialValue",  "BinarySecurityToken"};

// `Value` is that of a credential, and of whatever AuthenticateGeneric is given; in these it is
// a name or a text of ours.
constexpr std::array<std::string_view, 8> harmless_parents{"FieldPropertyDictionaryKeyValuePair",
                                                           "UserGroup",
                                                           "Role",
                                                           "RelationToOwner",
                                                           "DataRight",
                                                           "CredentialUser",
                                                           "SoExceptionInfoParametersKeyValuePair",
                                                           "ExtraInfoNameValuePair"};

// Their Response is a new password.
constexpr std::array<std::string_view, 3> generating_answers{
    "SetGeneratedPasswordResponse", "SetGeneratedPasswordFromNameResponse",
    "GenerateNewPasswordForExternalUserResponse"};

constexpr std::array<std::string_view, 8> parts_of_secret_headers{
    "authorization", "cookie", "token", "ticket", "password", "secret", "api-key", "apikey"};

constexpr std::array<std::string_view, 6> ticket_beginnings{"7T:",   "8A:",   "7T%3A",
                                                            "8A%3A", "7T%3a", "8A%3a"};

}  // namespace

bool is_secret_element(std::string_view name, std::string_view parent) {
  if (boost::algorithm::iequals(name, "Value")) return !is_among(harmless_parents, parent);
  if (boost::algorithm::iequals(name, "Response")) return is_among(generating_answers, parent);
  return is_among(secret_elements, name);
}

bool is_secret_parameter(std::string_view path, std::string_view text) {
  const auto slash = path.rfind('/');
  const bool has_parent = slash != std::string_view::npos;
  const std::string_view outer = has_parent ? path.substr(0, slash) : std::string_view{};
  return is_secret_element(path.substr(has_parent ? slash + 1 : 0),
                           outer.substr(outer.rfind('/') + 1)) ||
         find_ticket_text(text) != std::string_view::npos;
}

bool is_secret_header(std::string_view name) {
  return std::ranges::any_of(parts_of_secret_headers, [&](std::string_view part) {
    return boost::algorithm::icontains(name, part);
  });
}

std::size_t find_ticket_text(std::string_view text, std::size_t from) {
  const auto begins_there = [&](std::size_t at) {
    return std::ranges::any_of(ticket_beginnings, [&](std::string_view beginning) {
      return text.substr(at).starts_with(beginning);
    });
  };
  std::size_t at = text.find_first_of("78", from);
  while (at != std::string_view::npos && !begins_there(at)) at = text.find_first_of("78", at + 1);
  return at;
}

std::size_t end_of_ticket_text(std::string_view text, std::size_t begin) {
  return std::min(text.find_first_of(" \t\r\n<>\"'", begin), text.size());
}

std::string without_tickets(std::string_view text) {
  std::string safe;
  std::size_t done = 0;
  for (auto at = find_ticket_text(text); at != std::string_view::npos;
       at = find_ticket_text(text, done)) {
    safe += std::string(text.substr(done, at - done)) + "***";
    done = end_of_ticket_text(text, at);
  }
  return safe + std::string(text.substr(done));
}

}  // namespace emulator
