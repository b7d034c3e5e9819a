#include "server/domain/password_rules.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace emulator {
namespace {

struct Count {
  int characters = 0;
  int digits = 0;
  int lower = 0;
  int upper = 0;
  int special = 0;
};

Count count_of(std::string_view password) {
  const auto text =
      icu::UnicodeString::fromUTF8({password.data(), static_cast<int>(password.size())});
  Count count;
  for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 character = text.char32At(i);
    ++count.characters;
    if (u_isdigit(character) != 0) ++count.digits;
    if (u_islower(character) != 0) ++count.lower;
    if (u_isupper(character) != 0) ++count.upper;
    if (u_isalnum(character) == 0) ++count.special;
  }
  return count;
}

}  // namespace

std::optional<Fault> password_fault(std::string_view password, const store::PasswordRules& rules) {
  const Count has = count_of(password);
  if (has.characters < rules.min_characters) return fault::password_too_short();
  if (has.digits < rules.min_numbers) return fault::password_lacks("digits", rules.min_numbers);
  if (has.lower < rules.min_lowercase) {
    return fault::password_lacks("lower case letters", rules.min_lowercase);
  }
  if (has.upper < rules.min_uppercase) {
    return fault::password_lacks("upper case letters", rules.min_uppercase);
  }
  if (has.special < rules.min_special) {
    return fault::password_lacks("characters other than letters and digits", rules.min_special);
  }
  return std::nullopt;
}

void require_password(std::string_view password, const store::PasswordRules& rules) {
  if (const auto fault = password_fault(password, rules)) throw *fault;
}

}  // namespace emulator
