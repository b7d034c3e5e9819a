#include "server/domain/user_group_rules.h"

#include <doctest/doctest.h>

#include <string>

#include "server/domain/fault.h"

using namespace emulator;
using store::UserGroup;

namespace {

/// What the rule says of it: the message of the fault and its argument, or `ok`.
template <class Rule>
std::string outcome_of(Rule rule) {
  try {
    rule();
    return "ok";
  } catch (const Fault& fault) {
    return fault.parameters.at(0).second + ": " + fault.message;
  }
}

std::string texts(const std::string& name, const std::string& tooltip) {
  return outcome_of([&] { require_user_group_texts({.name = name, .tooltip = tooltip}); });
}

}  // namespace

TEST_CASE("User group rules: a new group is ranked behind all others") {
  CHECK(rank_of_new({}) == 1);
  CHECK(rank_of_new({{.rank = 3}, {.rank = 7, .deleted = true}, {.rank = 5}}) == 8);
  CHECK(rank_of_new({{.rank = -4}}) == 1);
  CHECK(rank_of_new({{.rank = 32766}}) == 32767);
  CHECK(rank_of_new({{.rank = 32767}}) == 32767);
  CHECK(rank_of_new({{.rank = 40000}}) == 32767);
}

TEST_CASE("User group rules: a group has a name, and its texts fit their columns") {
  const std::string letters(300, 'x');
  CHECK(texts("Sales", "") == "ok");
  CHECK(texts(letters.substr(0, 239), letters.substr(0, 254)) == "ok");
  CHECK(texts("", "") == "Value: Value is missing");
  CHECK(texts(letters.substr(0, 240), "") == "Value: Value is too long: at most 239 characters");
  CHECK(texts("Sales", letters.substr(0, 255)) ==
        "Tooltip: Tooltip is too long: at most 254 characters");
}

TEST_CASE("User group rules: another group's name is taken, in any case, deleted or not") {
  const std::vector<UserGroup> groups{{.id = 1, .name = "Sales"},
                                      {.id = 2, .name = "\u00D8st", .deleted = true}};
  const std::string taken = "Value: There is already a user group with the same name.";
  struct Case {
    UserGroup group;
    std::string outcome;
  };
  for (const Case& c : {
           Case{{.id = 0, .name = "Sales"}, taken},
           Case{{.id = 0, .name = "sALES"}, taken},
           Case{{.id = 0, .name = "\u00F8st"}, taken},
           Case{{.id = 2, .name = "Sales"}, taken},
           Case{{.id = 1, .name = "SALES"}, "ok"},
           Case{{.id = 2, .name = "\u00F8ST"}, "ok"},
           Case{{.id = 0, .name = "Sales "}, "ok"},
           Case{{.id = 0, .name = "Ost"}, "ok"},
       }) {
    CAPTURE(c.group.name);
    CHECK(outcome_of([&] { require_free_name(c.group, groups); }) == c.outcome);
  }
}

TEST_CASE("User group rules: members go to another group that is not deleted") {
  CHECK(can_replace(UserGroup{.id = 1}, UserGroup{.id = 2}));
  CHECK(can_replace(UserGroup{.id = 1}, UserGroup{.id = 2, .deleted = true}));
  CHECK_FALSE(can_replace(UserGroup{.id = 1, .deleted = true}, UserGroup{.id = 2}));
  CHECK_FALSE(can_replace(UserGroup{.id = 2}, UserGroup{.id = 2}));
}
