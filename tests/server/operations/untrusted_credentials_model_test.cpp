#include <doctest/doctest.h>

#include <array>
#include <map>
#include <set>
#include <tuple>

#include "tests/server/operations/dice.h"
#include "tests/server/operations/secret_calls.h"

// Random changes of users' secrets for other systems, by themselves and by others, held against a
// model.

using namespace emulator;
using namespace emulator::testing;

namespace {

const std::array<SeededUser, 6> callers{seeded::adm0, seeded::sal1, seeded::sys0,
                                        seeded::ext1, seeded::ext2, seeded::ext3};
const std::array<std::string, 3> types{"imap", "IMAP", "Ticket"};
const std::array<std::string, 4> public_values{"", "a", "A", "101:a"};

/// Whether a caller may save, remove and list an owner's secrets. ext3 manages external users, but
/// nobody else is of its company.
bool may_change(const SeededUser& caller, int owner) {
  return caller.id == owner || caller.id == seeded::adm0.id || caller.id == seeded::sys0.id;
}
bool may_see(const SeededUser& caller, int owner) {
  return caller.id == owner || caller.id == seeded::sys0.id;
}

class Secrets {
 public:
  explicit Secrets(unsigned seed) : dice_(seed) {
    emulator_.store().licenses.assign(102, "superoffice.extern-user-cal", {});
    for (const SeededUser& caller : callers) tickets_[caller.id] = login(emulator_, caller);
  }

  void step() {
    const int kind = dice_.below(12);
    if (kind < 7) return save();
    return kind < 11 ? remove() : retire_or_bring_back();
  }

  void check() {
    for (const SeededUser& owner : callers) {
      for (const std::string& type : types) check_list(dice_.any_of(callers), owner.id, type);
    }
  }

 private:
  using Key = std::tuple<int, std::string, std::string>;  ///< Owner, type, public value.

  /// The way in of a caller: its own operation, or that for associates; 99999 is nobody.
  struct Target {
    int id = 0;
    Owner parameter;
  };
  Target any_target(const SeededUser& caller) {
    if (dice_.below(3) == 0) return {caller.id, own};
    const int id = dice_.below(12) == 0 ? seeded::nobody.id
                   : dice_.flip()       ? seeded::ext1.id
                                        : dice_.any_of(callers).id;
    return {id, associate_id(id)};
  }

  SeededUser any_caller() {
    if (dice_.flip()) return dice_.flip() ? seeded::adm0 : seeded::sys0;
    const SeededUser caller = dice_.any_of(callers);
    return caller.id == 102 && is_retired_ ? seeded::adm0 : caller;
  }

  std::string problem_with(const SeededUser& caller, int owner) const {
    if (owner == seeded::nobody.id) return "SoNotFoundException";
    if (!may_change(caller, owner) || (owner == 102 && is_retired_)) {
      return "SoIllegalOperationException";
    }
    return "";
  }

  void save() {
    const SeededUser caller = any_caller();
    const Target owner = any_target(caller);
    const std::string type = dice_.below(12) == 0 ? "" : dice_.any_of(types);
    Secret secret;
    secret.public_value = dice_.any_of(public_values);
    secret.secret_value = dice_.flip() ? "" : "secret" + std::to_string(dice_.below(9));
    secret.comment = "comment" + std::to_string(dice_.below(9));
    if (dice_.flip()) secret.valid_from = "2025-0" + std::to_string(1 + dice_.below(9)) + "-01";
    if (dice_.flip()) secret.valid_to = "2030-0" + std::to_string(1 + dice_.below(9)) + "-01";
    for (std::string* date : {&secret.valid_from, &secret.valid_to}) {
      if (!date->empty()) *date += "T08:00:00";
    }
    secret.is_active = dice_.flip() ? "true" : "false";
    std::string outcome = problem_with(caller, owner.id);
    if (outcome.empty() && (type.empty() || type == "Ticket")) {
      outcome = "SoInvalidArgumentException Type";
    }
    const Reply reply = save_for(emulator_, tickets_.at(caller.id), owner.parameter, type, secret);
    CHECK(outcome_of(reply) == (outcome.empty() ? "ok" : outcome));
    if (outcome.empty()) keep(caller, {owner.id, type, secret.public_value}, secret);
  }

  /// What is not shown is not blanked by who sends it back; absent dates are now and never.
  void keep(const SeededUser& caller, const Key& key, Secret secret) {
    const auto before = secrets_.find(key);
    if (secret.secret_value.empty() && !may_see(caller, std::get<0>(key)) &&
        before != secrets_.end()) {
      secret.secret_value = before->second.secret_value;
    }
    if (secret.valid_from.empty()) secret.valid_from = "2026-01-15T09:00:00";
    if (secret.valid_to.empty()) secret.valid_to = "9999-12-31T23:59:59";
    secrets_[key] = secret;
  }

  void remove() {
    const SeededUser caller = any_caller();
    const Target owner = any_target(caller);
    const std::string type = dice_.any_of(types);
    const std::string public_value = dice_.any_of(public_values);
    std::string outcome = problem_with(caller, owner.id);
    if (outcome.empty()) {
      outcome = secrets_.erase({owner.id, type, public_value}) == 1 ? "ok" : "SoNotFoundException";
    }
    CHECK(outcome_of(emulator::testing::remove(emulator_, tickets_.at(caller.id), type,
                                               public_value, owner.parameter)) == outcome);
  }

  /// Its secrets stay as they are, and are shown to who may see them.
  void retire_or_bring_back() {
    is_retired_ = !is_retired_;
    CHECK(outcome_of(emulator_.call(
              tickets_.at(seeded::adm0.id), "MakeRetired",
              associate_id(102) + element("Retired", is_retired_ ? "true" : "false"))) == "ok");
    if (!is_retired_) emulator_.store().licenses.assign(102, "superoffice.extern-user-cal", {});
  }

  void check_list(SeededUser caller, int owner, const std::string& type) {
    if (caller.id == 102 && is_retired_) caller = seeded::sys0;
    CAPTURE(caller.name);
    CAPTURE(owner);
    CAPTURE(type);
    const Reply reply =
        emulator_.call(tickets_.at(caller.id), "GetUntrustedCredentialsForAssociate",
                       associate_id(owner) + element("Type", type));
    if (!may_change(caller, owner)) {
      CHECK(outcome_of(reply) == "SoIllegalOperationException");
      return;
    }
    REQUIRE(outcome_of(reply) == "ok");
    std::multiset<std::string> expected;
    for (const auto& [key, secret] : secrets_) {
      if (std::get<0>(key) != owner || std::get<1>(key) != type) continue;
      expected.insert(secret.public_value + "|" +
                      (may_see(caller, owner) ? secret.secret_value : "") + "|" + secret.comment +
                      "|" + secret.valid_from + "|" + secret.valid_to + "|" + secret.is_active);
    }
    CHECK(lines_of(reply) == expected);
  }

  static std::multiset<std::string> lines_of(const Reply& reply) {
    const auto fields = [&](const std::string& field) {
      return reply.texts("Body/*/Response/UntrustedCredentials/" + field);
    };
    std::multiset<std::string> lines;
    for (std::size_t i = 0; i < fields("PublicValue").size(); ++i) {
      std::string line;
      for (const auto* const field :
           {"PublicValue", "SecretValue", "Comment", "ValidFrom", "ValidTo", "IsActive"}) {
        line += "|" + fields(field).at(i);
      }
      lines.insert(line.substr(1));
    }
    return lines;
  }

  Dice dice_;
  GateFixture emulator_;
  std::map<int, std::string> tickets_;  ///< By caller.
  std::map<Key, Secret> secrets_;
  bool is_retired_ = false;  ///< User 102.
};

}  // namespace

TEST_CASE("Secrets: random changes lead where a simple model of them leads") {
  for (unsigned seed = 1; seed <= 4; ++seed) {
    CAPTURE(seed);
    Secrets secrets(seed);
    for (int i = 1; i <= 80; ++i) {
      CAPTURE(i);
      secrets.step();
      if (i % 8 == 0) secrets.check();
    }
  }
}
