#include "server/tenants/journal.h"

#include <algorithm>

namespace emulator {
namespace {

// What an entry takes, near enough: the rest of it is small.
std::size_t size_of(const JournalEntry& entry) {
  std::size_t size = sizeof(JournalEntry) + entry.request.body.size() + entry.answer.body.size() +
                     entry.target.size() + entry.outcome.size();
  for (const auto* texts : {&entry.request.headers, &entry.answer.headers, &entry.parameters}) {
    for (const auto& one : *texts) size += sizeof(one) + one.first.size() + one.second.size();
  }
  for (const Breach& breach : entry.breaches) {
    size += sizeof(breach) + breach.id.size() + breach.path.size() + breach.found.size() +
            breach.expected.size();
  }
  if (entry.upstream) {
    for (const std::string& line : entry.upstream->differences) size += sizeof(line) + line.size();
  }
  return size;
}

}  // namespace

std::uint64_t Journal::add(JournalEntry entry) {
  if (!is_kept()) return 0;
  for (JournalMessage* message : {&entry.request, &entry.answer}) {
    if (message->body.size() > body_max) message->body.resize(body_max);
  }
  const std::scoped_lock lock(mutex_);
  entry.id = ++last_id_;
  const std::size_t size = size_of(entry);
  if (size > settings_.bytes) {  // Were room made for it, all others would go, and then it.
    ++dropped_;
    return 0;
  }
  bytes_ += size;
  entries_.push_back(std::make_shared<const JournalEntry>(std::move(entry)));
  while (!entries_.empty() && (entries_.size() > settings_.entries || bytes_ > settings_.bytes)) {
    bytes_ -= size_of(*entries_.front());
    entries_.pop_front();
    ++dropped_;
  }
  return last_id_;
}

std::vector<Journal::Entry> Journal::list(std::uint64_t after) const {
  const std::scoped_lock lock(mutex_);
  const auto first =
      std::ranges::upper_bound(entries_, after, {}, [](const Entry& entry) { return entry->id; });
  return {first, entries_.end()};
}

Journal::Entry Journal::find(std::uint64_t id) const {
  const std::scoped_lock lock(mutex_);
  const auto found =
      std::ranges::lower_bound(entries_, id, {}, [](const Entry& entry) { return entry->id; });
  return found != entries_.end() && (*found)->id == id ? *found : nullptr;
}

bool Journal::remove(std::uint64_t id) {
  const std::scoped_lock lock(mutex_);
  const auto found = std::ranges::find(entries_, id, [](const Entry& entry) { return entry->id; });
  if (found == entries_.end()) return false;
  bytes_ -= size_of(**found);
  entries_.erase(found);
  return true;
}

std::size_t Journal::clear() {
  const std::scoped_lock lock(mutex_);
  const std::size_t count = entries_.size();
  entries_.clear();
  bytes_ = dropped_ = 0;
  return count;
}

std::uint64_t Journal::last_id() const {
  const std::scoped_lock lock(mutex_);
  return last_id_;
}

std::size_t Journal::dropped() const {
  const std::scoped_lock lock(mutex_);
  return dropped_;
}

}  // namespace emulator
