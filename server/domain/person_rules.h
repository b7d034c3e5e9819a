#pragma once

#include <optional>
#include <string>
#include <vector>

#include "store/records.h"

namespace emulator {

/// First, middle and last name with a blank between them.
std::string full_name_of(const store::Person& person);

/// What is known of a person who may be there already.
struct PersonInfo {
  std::string name{};  ///< The full one.
  std::vector<std::string> phones{};
  std::vector<std::string> emails{};
};

/// The first person with one of the e-mail addresses; without one, with one of the phone numbers,
/// the direct or the mobile one, of which the digits count; without one, with the name. Case does
/// not matter (A-RESOLVE).
std::optional<store::Person> matching_person(const std::vector<store::Person>& persons,
                                             const PersonInfo& info);

/// A person with these names, the last word of the full one being the last name, and with the first
/// address and the first two numbers: there is room for no more (A-RESOLVE). Throws a Fault for a
/// name that is longer than its column, String(99) (documented).
store::Person person_of(const PersonInfo& info);

}  // namespace emulator
