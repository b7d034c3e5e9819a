#include "server/domain/user_name_proposal.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "server/domain/user_name_rules.h"

namespace emulator {
namespace {

icu::UnicodeString unicode(const std::string& text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())});
}

std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  text.toUTF8String(result);
  return result;
}

std::string initials_of(const store::Person& person) {
  icu::UnicodeString initials;
  for (const std::string* part : {&person.first_name, &person.middle_name, &person.last_name}) {
    if (!part->empty()) initials.append(unicode(*part).char32At(0));
  }
  return utf8(initials.toUpper(icu::Locale::getRoot()));
}

std::string first_and_last_of(const store::Person& person) {
  const bool has_both = !person.first_name.empty() && !person.last_name.empty();
  icu::UnicodeString name = unicode(person.first_name + (has_both ? "." : "") + person.last_name)
                                .toLower(icu::Locale::getRoot());
  return utf8(name.findAndReplace(" ", "."));
}

/// As much of the name as leaves room for the number before the `@`, if there is one.
std::string numbered(const icu::UnicodeString& name, const std::string& number) {
  int at = name.lastIndexOf(u'@');
  // What leaves no room before it is no domain.
  if (at >= 0 && name.countChar32(at) > user_name_length_max / 2) at = -1;
  icu::UnicodeString head = at < 0 ? name : name.tempSubString(0, at);
  const icu::UnicodeString tail = at < 0 ? icu::UnicodeString() : name.tempSubString(at);
  const int room = user_name_length_max - tail.countChar32() - static_cast<int>(number.size());
  if (head.countChar32() > room) head.truncate(head.moveIndex32(0, room));
  return utf8(head + unicode(number) + tail);
}

}  // namespace

std::string user_name_from(store::AssociateType type, const store::Person& person) {
  if (type == store::AssociateType::employee) return initials_of(person);
  return person.email.empty() ? first_and_last_of(person) : person.email;
}

std::string free_user_name(const std::string& name,
                           const std::function<bool(const std::string&)>& is_taken) {
  std::string base = name;
  while (check_user_name(base) == UserNameProblem::like_ticket) base.erase(0, 3);
  const icu::UnicodeString wanted = unicode(base.empty() ? "user" : base);
  std::string proposal = numbered(wanted, "");
  for (int number = 2; is_taken(proposal); ++number) {
    proposal = numbered(wanted, std::to_string(number));
  }
  return proposal;
}

}  // namespace emulator
