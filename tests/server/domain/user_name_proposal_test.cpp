#include "server/domain/user_name_proposal.h"

#include <doctest/doctest.h>

#include <set>

#include "server/domain/user_name_rules.h"

using namespace emulator;
using store::AssociateType;

namespace {

store::Person person(const std::string& first, const std::string& middle, const std::string& last,
                     const std::string& email = "") {
  store::Person made;
  made.first_name = first;
  made.middle_name = middle;
  made.last_name = last;
  made.email = email;
  return made;
}

std::string free_name(const std::string& name, const std::set<std::string>& taken) {
  return free_user_name(name, [&](const std::string& one) { return taken.contains(one); });
}

}  // namespace

TEST_CASE("User name proposal: employees get their initials") {
  const auto from = [](const store::Person& one) {
    return user_name_from(AssociateType::employee, one);
  };
  CHECK(from(person("Ada", "", "Moe", "ada@x.example")) == "AM");
  CHECK(from(person("ada", "von", "moe")) == "AVM");
  CHECK(from(person("Øystein", "", "ærlig")) == "ØÆ");
  CHECK(from(person("", "", "Moe")) == "M");
  CHECK(from(person("", "", "", "ada@x.example")) == "");
}

TEST_CASE("User name proposal: all others get their e-mail address, or first and last name") {
  for (const AssociateType type : {AssociateType::external_person, AssociateType::system}) {
    const auto from = [&](const store::Person& one) { return user_name_from(type, one); };
    CHECK(from(person("Kari", "", "Nord", "Kari@Fjord.example")) == "Kari@Fjord.example");
    CHECK(from(person("Kari", "Mo", "Nord")) == "kari.nord");
    CHECK(from(person("Kari Anne", "", "Ånes")) == "kari.anne.ånes");
    CHECK(from(person("Kari", "", "")) == "kari");
    CHECK(from(person("", "", "Nord")) == "nord");
    CHECK(from(person("", "", "")) == "");
  }
}

TEST_CASE("User name proposal: what is taken gets the first number that is free") {
  CHECK(free_name("AM", {}) == "AM");
  CHECK(free_name("AM", {"AM"}) == "AM2");
  CHECK(free_name("AM", {"AM", "AM2", "AM3"}) == "AM4");
  CHECK(free_name("a@x.example", {"a@x.example"}) == "a2@x.example");
  CHECK(free_name("", {}) == "user");
  CHECK(free_name("", {"user"}) == "user2");
}

TEST_CASE("User name proposal: too long a name is cut, with room for the number") {
  const auto times = [](int count, const std::string& letter) {
    std::string text;
    for (int i = 0; i < count; ++i) text += letter;
    return text;
  };
  CHECK(free_name(times(239, "ø"), {}) == times(239, "ø"));
  CHECK(free_name(times(240, "ø"), {}) == times(239, "ø"));
  CHECK(free_name(times(239, "ø"), {times(239, "ø")}) == times(238, "ø") + "2");
  CHECK(free_name(times(300, "😀"), {}) == times(239, "😀"));
  CHECK(free_name(times(300, "a") + "@x", {}) == times(237, "a") + "@x");
  CHECK(free_name(times(237, "a") + "@x", {times(237, "a") + "@x"}) == times(236, "a") + "2@x");
  const std::string domain = "@" + times(300, "x");
  CHECK(free_name(domain, {}) == domain.substr(0, 239));
  CHECK(free_name(domain, {domain.substr(0, 239)}) == domain.substr(0, 238) + "2");
}

TEST_CASE("User name proposal: what looks like a ticket does not do so any more") {
  CHECK(free_name("7T:ada", {}) == "ada");
  CHECK(free_name("7t:8A:ada", {}) == "ada");
  CHECK(free_name("7T:", {}) == "user");
  CHECK(check_user_name(free_name("8A:", {"user"})) == UserNameProblem::none);
}
