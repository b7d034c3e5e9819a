#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "server/tenants/tickets.h"
#include "tests/server/gate/sample_rows.h"
#include "tests/server/gate/written_rows.h"
#include "tests/server/operations/cells.h"
#include "tests/server/operations/outcome.h"

// What NetServer keeps of the history of its rows, over all operations: stamps, AssociateHistory,
// lastlogin. Samples of the operations stand in access_samples.h, the rows in written_rows.h.

using namespace emulator;
using namespace emulator::testing;

namespace {

constexpr int adm0 = 11;
constexpr int sys0 = 14;
constexpr int ext1 = 101;  // Has no right but to read.

/// The rows around a call, and who made it, when.
struct Step {
  std::string outcome;
  Cells before, after;
  int author = 0;
  std::string now;

  /// Rows of the sequence tell nothing of their own: they have no stamp.
  std::vector<std::string> rows() const {
    std::vector<std::string> all;
    for (const std::string& row : before.rows_changed_to(after)) {
      if (!row.starts_with("sequence[")) all.push_back(row);
    }
    return all;
  }
  bool is_made(const std::string& row) const { return before.at(row + ".registered") == "(none)"; }
  bool is_gone(const std::string& row) const { return after.at(row + ".registered") == "(none)"; }

  /// As in written_rows.h.
  std::set<std::string> told() const {
    constexpr std::size_t few = 4;
    std::map<std::string, std::set<std::string>> by_table;
    for (const std::string& row : rows()) {
      const std::string sign = is_made(row) ? "+" : is_gone(row) ? "-" : "";
      by_table[sign + row.substr(0, row.find('['))].insert(sign + row);
    }
    std::set<std::string> told;
    for (const auto& [table, names] : by_table) {
      if (names.size() <= few) {
        told.insert(names.begin(), names.end());
      } else {
        told.insert(table + "*" + std::to_string(names.size()));
      }
    }
    return told;
  }
};

std::string stamp(const Cells& cells, const std::string& row) {
  std::string text;
  for (const char* column : {"registered", "registered_associate_id", "updated",
                             "updated_associate_id", "updatedCount"}) {
    text += cells.at(row + "." + column) + " ";
  }
  return text;
}

/// The stamp that a row must have after the step that wrote it.
std::string expected_stamp(const Step& step, const std::string& row) {
  const std::string author = std::to_string(step.author);
  if (step.is_made(row)) return step.now + " " + author + " 0001-01-01T00:00:00 0 0 ";
  const auto cell = [&](const char* column) { return step.before.at(row + "." + column); };
  return cell("registered") + " " + cell("registered_associate_id") + " " + step.now + " " +
         author + " " + std::to_string(std::stoi(cell("updatedCount")) + 1) + " ";
}

/// Whether lastlogin is all that is new in the row.
bool is_log_in(const Step& step, const std::string& row) {
  std::set<std::string> cells;
  for (const std::string& cell : step.before.changed_to(step.after)) {
    if (cell.starts_with(row + ".")) cells.insert(cell);
  }
  return cells == std::set<std::string>{row + ".lastlogin"};
}

void check_stamps(const Step& step) {
  for (const std::string& row : step.rows()) {
    CAPTURE(row);
    if (step.is_gone(row)) continue;
    if (is_log_in(step, row)) {
      CHECK(stamp(step.after, row) == stamp(step.before, row));
    } else {
      CHECK(stamp(step.after, row) == expected_stamp(step, row));
    }
  }
}

/// An emulator with the rows for the samples, which calls change and reset() brings back.
class Scene {
 public:
  Scene() : rows_(store::Store::in_memory) {
    make_rows_for_samples(emulator);
    rows_.copy_from(emulator.store());
  }

  void reset() { emulator.store().copy_from(rows_); }

  std::vector<OperationInfo> operations() const {
    std::vector<OperationInfo> all;
    emulator.operations.for_each([&](const OperationInfo& info) { all.push_back(info); });
    return all;
  }

  /// Sends the sample an hour later. The ticket is of that second, so that it need not be renewed.
  Step call(const OperationInfo& info, int associate_id) {
    emulator.advance(std::chrono::hours(1));
    const std::string name(info.name);
    const std::string ticket = issue_ticket(emulator.tenant(), associate_id, "").text;
    const bool needs_ticket = info.service == Service::user;
    Step step;
    step.author = associate_id;
    step.now = date_time_text(emulator.tenant().clock.now());
    step.before = Cells::of(emulator.store());
    step.outcome = outcome_of(
        emulator.send(info.service, name,
                      envelope(needs_ticket ? credentials(ticket) : std::string(),
                               wrapper(name, sample_for(emulator, name, associate_id)))));
    step.after = Cells::of(emulator.store());
    return step;
  }

  GateFixture emulator;

 private:
  store::Store rows_;
};

/// What comes of a sample that was sent once already: what is gone is not found again, and a person
/// is a user once.
std::string outcome_of_repeat(std::string_view operation) {
  static const std::map<std::string_view, std::string> refused{
      {"CreateExternalUser", "SoInvalidArgumentException PersonId"},
      {"DeleteExternalUser", "SoNotFoundException"},
      {"DeleteRole", "SoNotFoundException"},
      {"DeleteServiceAuth", "SoNotFoundException"},
      {"DeleteUser", "SoNotFoundException"},
      {"DeleteUserFromName", "SoNotFoundException"},
      {"DeleteUserGroup", "SoNotFoundException"}};
  const auto one = refused.find(operation);
  return one == refused.end() ? "ok" : one->second;
}

/// Calls `visit` with each operation and the step of its sample, by ADM0, on rows
/// that are fresh each time.
template <class Visit>
void each_step(Visit visit) {
  Scene scene;
  for (const OperationInfo& info : scene.operations()) {
    CAPTURE(info.name);
    scene.reset();
    const Step step = scene.call(info, adm0);
    CHECK(step.outcome == "ok");
    visit(scene, info, step);
  }
}

}  // namespace

TEST_CASE("History: the list has the rows of each operation that writes, and of no other one") {
  std::set<std::string> there, in_list;
  for (const WrittenRows& one : written_rows) CHECK(in_list.emplace(one.operation).second);
  for (const OperationInfo& info : Scene().operations()) {
    if (info.effect == Effect::writes) there.emplace(info.name);
  }
  CHECK(listed(in_list) == listed(there));
}

TEST_CASE("History: each operation makes, changes and takes away just the rows of the list") {
  each_step([](Scene&, const OperationInfo& info, const Step& step) {
    std::string expected;
    for (const WrittenRows& one : written_rows) {
      if (one.operation == info.name) expected = one.rows;
    }
    CHECK(listed(step.told()) == expected);
  });
}

TEST_CASE("Stamps: who made a row and when; who changed it last, when, and how many changes") {
  each_step([](Scene& scene, const OperationInfo& info, const Step& step) {
    check_stamps(step);
    // Once more by another one: where there is still something to write, it counts on.
    if (info.service != Service::user) return;
    const Step again = scene.call(info, sys0);
    check_stamps(again);
    CHECK(again.outcome == outcome_of_repeat(info.name));
  });
}

TEST_CASE("Stamps: a caller without the right leaves every row as it was") {
  Scene scene;
  std::set<std::string> refused;
  for (const OperationInfo& info : scene.operations()) {
    if (info.service != Service::user) continue;
    CAPTURE(info.name);
    scene.reset();
    const Step step = scene.call(info, ext1);
    if (step.outcome == "ok") continue;
    refused.insert(step.outcome);
    CHECK(listed(step.told()) == "");
  }
  CHECK(refused == std::set<std::string>{"SoIllegalOperationException"});
}

TEST_CASE("History: a user that goes, by whatever operation, is in AssociateHistory as it was") {
  int gone = 0;
  each_step([&](Scene& scene, const OperationInfo&, const Step& step) {
    for (const std::string& row : step.rows()) {
      if (!row.starts_with("associate[") || !step.is_gone(row)) continue;
      ++gone;
      CAPTURE(row);
      const int id = std::stoi(row.substr(row.find('[') + 1));
      const auto history = scene.emulator.store().associate_history.find_by_associate(id);
      REQUIRE(history);
      CHECK(history->name == step.before.at(row + ".name"));
      CHECK(std::to_string(static_cast<int>(history->type)) == step.before.at(row + ".type"));
      CHECK(std::to_string(history->person_id) == step.before.at(row + ".person_id"));
      const auto person =
          scene.emulator.store().persons.find(history->person_id).value_or(store::Person{});
      CHECK(history->first_name == person.first_name);
      CHECK(history->middle_name == person.middle_name);
      CHECK(history->last_name == person.last_name);
      CHECK(history->contact_id == person.contact_id);
    }
  });
  CHECK(gone > 0);
}

TEST_CASE("History: a log-in tells when it was, nothing else does; nothing tells of a log-out") {
  int log_ins = 0;
  each_step([&](Scene&, const OperationInfo& info, const Step& step) {
    for (const std::string& cell : step.before.changed_to(step.after)) {
      const std::string row = cell.substr(0, cell.find(']') + 1);
      if (step.is_made(row) || step.is_gone(row)) continue;
      CAPTURE(cell);
      if (cell.ends_with(".lastlogin")) {
        CHECK(info.service == Service::so_principal);
        CHECK(step.after.at(cell) == step.now);
        ++log_ins;
      }
      CHECK_FALSE(cell.ends_with(".lastlogout"));
    }
  });
  CHECK(log_ins == 1);
}
