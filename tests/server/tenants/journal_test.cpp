#include "server/tenants/journal.h"

#include <doctest/doctest.h>

#include <set>
#include <thread>

using namespace emulator;

namespace {

JournalEntry entry_of(const std::string& operation, std::size_t body_size = 0) {
  JournalEntry entry;
  entry.operation = operation;
  entry.request.body = std::string(body_size, 'x');
  entry.request.body_size = body_size;
  return entry;
}

std::string ids(const std::vector<Journal::Entry>& entries) {
  std::string text;
  for (const Journal::Entry& entry : entries) text += std::to_string(entry->id) + " ";
  return text;
}

}  // namespace

TEST_CASE("Journal: entries have ids from 1, in the order in which they came") {
  Journal journal{JournalSettings{}};
  for (const char* name : {"a", "b", "c"}) journal.add(entry_of(name));
  CHECK(ids(journal.list()) == "1 2 3 ");
  CHECK(ids(journal.list(1)) == "2 3 ");
  CHECK(ids(journal.list(3)).empty());
  CHECK(ids(journal.list(99)).empty());
  CHECK(journal.find(2)->operation == "b");
  CHECK(journal.find(0) == nullptr);
  CHECK(journal.find(4) == nullptr);
  CHECK(journal.dropped() == 0);
}

TEST_CASE("Journal: the oldest go when there are too many") {
  Journal journal{JournalSettings{.entries = 2}};
  for (int i = 0; i < 5; ++i) journal.add(entry_of("x"));
  CHECK(ids(journal.list()) == "4 5 ");
  CHECK(journal.find(3) == nullptr);
  CHECK(journal.dropped() == 3);
}

TEST_CASE(
    "Journal: the oldest go when there are too many bytes; one that is too large goes alone") {
  Journal journal{JournalSettings{.bytes = 20'000}};
  for (int i = 0; i < 3; ++i) journal.add(entry_of("x", 6'000));
  CHECK(ids(journal.list()) == "1 2 3 ");
  journal.add(entry_of("x", 6'000));
  CHECK(ids(journal.list()) == "2 3 4 ");
  journal.add(entry_of("x", 30'000));
  CHECK(ids(journal.list()) == "2 3 4 ");
  CHECK(journal.dropped() == 2);
  journal.add(entry_of("x", 6'000));
  CHECK(ids(journal.list()) == "3 4 6 ");
  CHECK(journal.dropped() == 3);
}

TEST_CASE("Journal: parameters, headers and breaches count as bytes, too") {
  const std::string large(3'000, 'x');
  JournalEntry parameters;
  parameters.parameters = {{"a", large}};
  JournalEntry many;
  many.parameters.resize(100);
  JournalEntry headers;
  headers.answer.headers = {{"a", large}};
  JournalEntry short_headers;
  short_headers.request.headers.resize(100);
  JournalEntry breaches;
  breaches.breaches = {{"W-ORDER", large, "", ""}};
  JournalEntry short_breaches;
  short_breaches.breaches.resize(100);
  JournalEntry target;
  target.target = large;
  JournalEntry outcome;
  outcome.outcome = large;
  for (const JournalEntry& entry :
       {parameters, many, headers, short_headers, breaches, short_breaches, target, outcome}) {
    Journal journal{JournalSettings{.bytes = 3'000}};
    journal.add(entry);
    CHECK(journal.list().empty());
  }
}

TEST_CASE("Journal: bodies are clipped, and what was removed or cleared takes no room") {
  Journal journal{JournalSettings{.bytes = 3 * Journal::body_max}};
  journal.add(entry_of("x", Journal::body_max + 1));
  CHECK(journal.find(1)->request.body.size() == Journal::body_max);
  CHECK(journal.find(1)->request.body_size == Journal::body_max + 1);
  journal.add(entry_of("x", Journal::body_max));
  CHECK(journal.find(2)->request.body.size() == Journal::body_max);
  CHECK(journal.remove(1));
  CHECK_FALSE(journal.remove(1));
  journal.add(entry_of("x", Journal::body_max));
  CHECK(ids(journal.list()) == "2 3 ");
  CHECK(journal.clear() == 2);
  CHECK(journal.clear() == 0);
  for (int i = 0; i < 2; ++i) journal.add(entry_of("x", Journal::body_max));
  CHECK(ids(journal.list()) == "4 5 ");
  CHECK(journal.dropped() == 0);
}

TEST_CASE("Journal: clear() forgets what was dropped") {
  Journal journal{JournalSettings{.entries = 1}};
  for (int i = 0; i < 3; ++i) journal.add(entry_of("x"));
  CHECK(journal.dropped() == 2);
  CHECK(journal.clear() == 1);
  CHECK(journal.dropped() == 0);
}

TEST_CASE("Journal: without entries or bytes nothing is kept, and nothing counts as dropped") {
  for (const JournalSettings& settings :
       {JournalSettings{.entries = 0}, JournalSettings{.bytes = 0}}) {
    Journal journal{settings};
    CHECK_FALSE(journal.is_kept());
    journal.add(entry_of("x"));
    CHECK(journal.list().empty());
    CHECK(journal.dropped() == 0);
  }
  CHECK(Journal{JournalSettings{}}.is_kept());
}

TEST_CASE("Journal: an entry that somebody holds outlives its removal") {
  Journal journal{JournalSettings{}};
  journal.add(entry_of("kept"));
  const Journal::Entry entry = journal.find(1);
  journal.clear();
  CHECK(entry->operation == "kept");
}

TEST_CASE("Journal: many threads add, read and remove at a time, and no id comes twice") {
  constexpr int threads = 8;
  constexpr int each = 200;
  Journal journal{JournalSettings{.entries = 50}};
  std::vector<std::thread> workers;
  for (int t = 0; t < threads; ++t) {
    workers.emplace_back([&journal, t] {
      for (int i = 0; i < each; ++i) {
        journal.add(entry_of("x", 10));
        for (const Journal::Entry& entry : journal.list()) {
          if (entry->id % threads == std::uint64_t(t)) journal.remove(entry->id);
        }
      }
    });
  }
  for (std::thread& worker : workers) worker.join();
  std::set<std::uint64_t> seen;
  for (const Journal::Entry& entry : journal.list()) seen.insert(entry->id);
  CHECK(seen.size() == journal.list().size());
  CHECK(seen.size() <= 50);
  journal.add(entry_of("last"));
  CHECK(journal.list().back()->id == threads * each + 1);
}
