#include "server/domain/user_name_rules.h"

#include <unicode/unistr.h>

#include "server/domain/fault.h"

namespace emulator {
namespace {

constexpr int name_length_max = 239;

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
  if (unicode(name).countChar32() > name_length_max) return UserNameProblem::too_long;
  return UserNameProblem::none;
}

void require_user_name(std::string_view name, const std::string& argument) {
  switch (check_user_name(name)) {
    case UserNameProblem::none:
      return;
    case UserNameProblem::empty:
      throw fault::user_name_empty(argument);
    case UserNameProblem::too_long:
      throw fault::user_name_too_long(argument);
  }
}

}  // namespace emulator
