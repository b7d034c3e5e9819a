#include "server/domain/person_rules.h"

#include <doctest/doctest.h>

#include "server/domain/fault.h"

using namespace emulator;

namespace {

store::Person person(int id, const std::string& first_name, const std::string& last_name,
                     const std::string& email = "", const std::string& direct_phone = "",
                     const std::string& mobile_phone = "") {
  store::Person made;
  made.id = id;
  made.first_name = first_name;
  made.last_name = last_name;
  made.email = email;
  made.direct_phone = direct_phone;
  made.mobile_phone = mobile_phone;
  return made;
}

std::vector<store::Person> colleagues() {
  return {person(1, "Kari", "Nord", "kari@a.example", "+47 55 00 20 01"),
          person(2, "Øre", "Åsen", "øre@a.example", "", "(555) 0199"),
          person(3, "Kari", "Nord", "nord@a.example"), person(4, "", "Vik"), person(5, "", "")};
}

}  // namespace

TEST_CASE("Person rules: a full name has a blank between what there is") {
  store::Person middle = person(0, "Kari", "Nord");
  middle.middle_name = "Lise";
  CHECK(full_name_of(middle) == "Kari Lise Nord");
  CHECK(full_name_of(person(0, "Kari", "")) == "Kari");
  CHECK(full_name_of(person(0, "", "Nord")) == "Nord");
  CHECK(full_name_of({}).empty());
}

TEST_CASE("Person rules: a match is by e-mail, then phone, then name, and the first of several") {
  struct Case {
    std::string what;
    PersonInfo info;
    int id;  // 0: nobody.
  };
  for (const Case& c : {
           Case{"nothing is known", {}, 0},
           Case{"address", {"", {}, {"nord@a.example"}}, 3},
           Case{"address in another case", {"", {}, {"ØRE@A.EXAMPLE"}}, 2},
           Case{"one of the addresses", {"", {}, {"no@a.example", "kari@a.example"}}, 1},
           Case{"direct phone, otherwise written", {"", {"47-55002001"}, {}}, 1},
           Case{"mobile phone", {"", {"5550199"}, {}}, 2},
           Case{"part of a phone", {"", {"55002001"}, {}}, 0},
           Case{"no digit in it", {"", {"none"}, {}}, 0},
           Case{"name", {"vik", {}, {}}, 4},
           Case{"name of two", {"Kari  Nord ", {}, {}}, 1},
           Case{"name in another case", {"ØRE ÅSEN", {}, {}}, 2},
           Case{"part of a name", {"Kari", {}, {}}, 0},
           Case{"blank name", {" ", {}, {}}, 0},
           Case{"address before phone and name", {"Vik", {"5550199"}, {"nord@a.example"}}, 3},
           Case{"phone before name", {"Vik", {"5550199"}, {"new@a.example"}}, 2},
           Case{"name when nothing else fits", {"Vik", {"1"}, {"new@a.example"}}, 4},
       }) {
    CAPTURE(c.what);
    const auto found = matching_person(colleagues(), c.info);
    CHECK((found ? found->id : 0) == c.id);
  }
  CHECK_FALSE(matching_person({}, {"Vik", {}, {}}));
}

TEST_CASE("Person rules: the last word is the last name, all before it the first name") {
  struct Case {
    std::string name, first_name, last_name;
  };
  for (const Case& c : {Case{"Anna Maria Berg", "Anna Maria", "Berg"}, Case{"Berg", "", "Berg"},
                        Case{"  Anna \t Berg ", "Anna", "Berg"}, Case{"", "", ""}}) {
    CAPTURE(c.name);
    const store::Person made = person_of({c.name, {}, {}});
    CHECK(made.first_name == c.first_name);
    CHECK(made.last_name == c.last_name);
  }
}

TEST_CASE("Person rules: one address and two numbers are kept") {
  const store::Person made =
      person_of({"Berg", {"1", "2", "3"}, {"Anna@A.example", "berg@a.example"}});
  CHECK(made.email == "Anna@A.example");
  CHECK(made.email_key == "anna@a.example");
  CHECK(made.direct_phone == "1");
  CHECK(made.mobile_phone == "2");
  CHECK(person_of({"Berg", {"1"}, {}}).mobile_phone.empty());
}

TEST_CASE("Person rules: a name that is longer than its column is refused") {
  const std::string most(99, 'x');
  CHECK(person_of({most + " " + most, {}, {}}).last_name == most);
  for (const std::string& name : {most + "x", most + "x Berg"}) {
    CAPTURE(name);
    try {
      person_of({name, {}, {}});
      FAIL("not refused");
    } catch (const Fault& fault) {
      CHECK(fault.id == "text-too-long");
      CHECK(fault.parameters.at(0).second == "PersonName");
    }
  }
}
