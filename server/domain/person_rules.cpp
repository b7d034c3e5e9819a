#include "server/domain/person_rules.h"

#include <algorithm>
#include <boost/algorithm/string/trim_all.hpp>
#include <cctype>
#include <functional>

#include "server/domain/text_length.h"
#include "server/domain/user_name_rules.h"

namespace emulator {
namespace {

constexpr int name_length_max = 99;

std::string digits_of(const std::string& phone) {
  std::string digits;
  std::ranges::copy_if(phone, std::back_inserter(digits),
                       [](unsigned char c) { return std::isdigit(c) != 0; });
  return digits;
}

std::string folded(const std::string& text) {
  return user_name_key(boost::algorithm::trim_all_copy(text));
}

/// Whether one of the texts, as `form` makes it, is this one; nothing is like nothing.
bool has(const std::vector<std::string>& texts, const std::string& sought,
         std::string (*form)(const std::string&)) {
  const std::string wanted = form(sought);
  return !wanted.empty() &&
         std::ranges::any_of(texts, [&](const auto& text) { return form(text) == wanted; });
}

}  // namespace

std::string full_name_of(const store::Person& person) {
  std::string name;
  for (const std::string* part : {&person.first_name, &person.middle_name, &person.last_name}) {
    if (part->empty()) continue;
    if (!name.empty()) name += ' ';
    name += *part;
  }
  return name;
}

std::optional<store::Person> matching_person(const std::vector<store::Person>& persons,
                                             const PersonInfo& info) {
  const std::function<bool(const store::Person&)> ways[] = {
      [&](const store::Person& person) { return has(info.emails, person.email, folded); },
      [&](const store::Person& person) {
        return has(info.phones, person.direct_phone, digits_of) ||
               has(info.phones, person.mobile_phone, digits_of);
      },
      [&](const store::Person& person) { return has({info.name}, full_name_of(person), folded); },
  };
  for (const auto& matches : ways) {
    const auto person = std::ranges::find_if(persons, matches);
    if (person != persons.end()) return *person;
  }
  return std::nullopt;
}

store::Person person_of(const PersonInfo& info) {
  const std::string name = boost::algorithm::trim_all_copy(info.name);
  const std::size_t blank = name.rfind(' ');
  store::Person person;
  person.last_name = blank == std::string::npos ? name : name.substr(blank + 1);
  person.first_name = blank == std::string::npos ? "" : name.substr(0, blank);
  require_length(person.first_name, name_length_max, "PersonName");
  require_length(person.last_name, name_length_max, "PersonName");
  if (!info.emails.empty()) {
    person.email = info.emails.front();
    person.email_key = user_name_key(person.email);
  }
  if (!info.phones.empty()) person.direct_phone = info.phones.front();
  if (info.phones.size() > 1) person.mobile_phone = info.phones[1];
  return person;
}

}  // namespace emulator
