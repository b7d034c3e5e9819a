#include "server/domain/license_rules.h"

#include <doctest/doctest.h>

#include "server/domain/fault.h"

using namespace emulator;
using store::AssociateType;
using store::LicenseType;

namespace {

LicenseState state(int id, const std::string& module, LicenseType type = LicenseType::user) {
  LicenseState made;
  made.license.id = id;
  made.license.owner_name = "SUPEROFFICE";
  made.license.module_name = module;
  made.license.description = "The " + module;
  made.license.type = type;
  made.license.number = 2;
  return made;
}

/// 1 a site licence, 2 for employees and needing 1, 3 for everybody and needing 2, 4 for system
/// users, 5 hidden.
std::vector<LicenseState> some() {
  std::vector<LicenseState> all{state(1, "SERVER", LicenseType::site), state(2, "USER"),
                                state(3, "EXTRA"), state(4, "SYSTEM"), state(5, "HIDDEN")};
  all[1].license.allowed_type = AssociateType::employee;
  all[1].license.prerequisite = "superoffice.server";
  all[2].license.prerequisite = "superoffice.user";
  all[3].license.allowed_type = AssociateType::system;
  all[4].license.hidden = true;
  return all;
}

/// `+` what is given, `-` what is taken, or the fault.
std::string change_of(const std::vector<LicenseState>& all, const std::vector<LicenseName>& wanted,
                      bool undeletes = false) {
  try {
    const LicenseChange change = license_change(all, AssociateType::employee, wanted, undeletes);
    std::string text;
    for (const std::string& name : change.given) text += "+" + name;
    for (const std::string& name : change.taken) text += "-" + name;
    return text;
  } catch (const Fault& fault) {
    return fault.message;
  }
}

std::string refused(const std::string& module) {
  return "Cannot assign module licence The " + module + " (superoffice." +
         (module == "USER"    ? "user"
          : module == "EXTRA" ? "extra"
                              : "system") +
         ") to the user";
}

}  // namespace

TEST_CASE("License rules: what is wanted is given, what is not is taken") {
  auto all = some();
  CHECK(change_of(all, {}) == "");
  CHECK(change_of(all, {{2}}) == "+superoffice.user");
  CHECK(change_of(all, {{2}, {2}, {0, "superoffice.user"}}) == "+superoffice.user");
  CHECK(change_of(all, {{2}, {3}}) == "+superoffice.user+superoffice.extra");
  all[1].is_held = true;
  CHECK(change_of(all, {{2}}) == "");
  CHECK(change_of(all, {}) == "-superoffice.user");
  CHECK(change_of(all, {{2}, {3}}) == "+superoffice.extra");
}

TEST_CASE("License rules: a name counts when there is no id, whatever its case") {
  CHECK(change_of(some(), {{0, "SuperOffice.USER"}}) == "+superoffice.user");
  CHECK(change_of(some(), {{2, "superoffice.system"}}) == "+superoffice.user");
}

TEST_CASE("License rules: what clients are not shown for the type stays") {
  auto all = some();
  for (LicenseState& one : all) one.is_held = true;
  CHECK(change_of(all, {}) == "-superoffice.user-superoffice.extra");
}

TEST_CASE("License rules: what there is not, is for others or belongs to nobody is not given") {
  CHECK(change_of(some(), {{77, "Other"}}) ==
        "Cannot assign module licence Other (77) to the user");
  CHECK(change_of(some(), {{0, "who"}}) == "Cannot assign module licence who (0) to the user");
  CHECK(change_of(some(), {{1}}) ==
        "Cannot assign module licence The SERVER (superoffice.server) to the user");
  CHECK(change_of(some(), {{4}}) == refused("SYSTEM"));
  CHECK(change_of(some(), {{5}}) ==
        "Cannot assign module licence The HIDDEN (superoffice.hidden) to the user");
}

TEST_CASE("License rules: no more than there are, but who holds one keeps it") {
  auto all = some();
  all[1].holders = 1;
  CHECK(change_of(all, {{2}}) == "+superoffice.user");
  all[1].holders = 2;
  CHECK(change_of(all, {{2}}) == refused("USER"));
  CHECK(change_of(all, {{2}}, true) ==
        "There are not enough 'The USER' licences available to undelete the user.");
  all[1].license.unrestricted = true;
  CHECK(change_of(all, {{2}}) == "+superoffice.user");
  all[1].license.unrestricted = false;
  all[1].holders = 3;
  all[1].is_held = true;
  CHECK(change_of(all, {{2}}) == "");
}

TEST_CASE("License rules: a prerequisite is a site licence that is there, or held as well") {
  auto all = some();
  CHECK(change_of(all, {{3}}) == refused("EXTRA"));
  all[1].is_held = true;
  CHECK(change_of(all, {{3}}) == refused("EXTRA"));  // It is being taken.
  all[0].license.number = 0;
  all[1].is_held = false;
  CHECK(change_of(all, {{2}}) == refused("USER"));
  CHECK(change_of(all, {{2}}, true) == refused("USER"));
  all[0].license.unrestricted = true;
  CHECK(change_of(all, {{2}}) == "+superoffice.user");
  all[0].license.module_name = "OTHER";
  CHECK(change_of(all, {{2}}) == refused("USER"));
}

TEST_CASE("License rules: a restricted licence is free while fewer hold it than there are") {
  store::ModuleLicense license;
  CHECK_FALSE(is_free(license, 0));
  license.number = 2;
  CHECK(is_free(license, 1));
  CHECK_FALSE(is_free(license, 2));
  license.unrestricted = true;
  CHECK(is_free(license, 2));
}
