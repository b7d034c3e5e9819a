#include "server/domain/user_name_rules.h"

#include <unicode/unistr.h>

#include <boost/algorithm/string/case_conv.hpp>

#include "server/domain/ticket_text.h"

namespace emulator {
namespace {

icu::UnicodeString unicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())});
}

}  // namespace

std::string user_name_key(std::string_view name) {
  std::string key;
  unicode(name).foldCase().toUTF8String(key);
  return key;
}

UserNameProblem check_user_name(std::string_view name) {
  if (name.empty()) return UserNameProblem::empty;
  const std::string head(name.substr(0, 3));
  if (looks_like_ticket(boost::algorithm::to_upper_copy(head))) return UserNameProblem::like_ticket;
  if (unicode(name).countChar32() > user_name_length_max) return UserNameProblem::too_long;
  return UserNameProblem::none;
}

std::optional<Fault> user_name_fault(std::string_view name, const std::string& argument) {
  switch (check_user_name(name)) {
    case UserNameProblem::none:
      break;
    case UserNameProblem::empty:
      return fault::user_name_empty(argument);
    case UserNameProblem::too_long:
    case UserNameProblem::like_ticket:
      return fault::user_name_invalid(argument);
  }
  return std::nullopt;
}

void require_user_name(std::string_view name, const std::string& argument) {
  if (const auto fault = user_name_fault(name, argument)) throw Fault(*fault);
}

}  // namespace emulator
