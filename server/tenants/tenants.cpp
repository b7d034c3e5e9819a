#include "server/tenants/tenants.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/algorithm/string/case_conv.hpp>
#include <filesystem>
#include <thread>

#include "server/domain/clock.h"
#include "server/domain/secrets.h"
#include "server/seeds/seed_file.h"

namespace emulator {
namespace {

store::Durability durability_of(const std::string& name) {
  if (name == "full") return store::Durability::full;
  return name == "off" ? store::Durability::off : store::Durability::normal;
}

void fill(store::Store& store, const std::string& seed, HashCost cost, Moment now) {
  const auto hash = [cost](std::string_view password) { return hash_password(password, cost); };
  fill_from_seed(store, seed, hash, {date_time_text(now), 0});
}

std::string key_of(std::string_view name) {
  return boost::algorithm::to_lower_copy(std::string(name));
}

Clock frozen_at(Moment moment) {
  Clock clock;
  clock.freeze(moment);
  return clock;
}

}  // namespace

bool Tenants::is_name(std::string_view name) {
  constexpr std::size_t length_max = 64;
  const auto fits = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  };
  return !name.empty() && name.size() <= length_max && name.front() != '.' &&
         std::all_of(name.begin(), name.end(), fits);
}

std::string Tenants::name_rule() {
  return "a tenant's name is 1 to 64 letters, digits, '-', '_' or '.', and does not begin with '.'";
}

Tenants::Tenants(const StorageSettings& settings, HashCost hash_cost)
    : settings_(settings), template_(store::Store::in_memory) {
  fill(template_, settings_.seed, hash_cost,
       settings_.time.value_or(Clock().now()));  // First: a wrong file leaves no directory behind.
  if (settings_.data_directory) {
    directory_.emplace(*settings_.data_directory);
    vault_ = Vault(directory_->vault_key());
  }
}

std::shared_ptr<Tenants::Slot> Tenants::slot_of(std::string_view name, const std::string& key) {
  const std::scoped_lock lock(mutex_);
  const auto known = slots_.find(key);
  if (known != slots_.end()) return known->second;
  if (!is_name(name)) throw NoSuchTenant(name_rule());
  if (slots_.size() >= settings_.tenants_max) {
    throw NoSuchTenant("there are " + std::to_string(settings_.tenants_max) +
                       " tenants already, which is --tenants-max");
  }
  return slots_.emplace(key, std::make_shared<Slot>()).first->second;
}

std::shared_ptr<Tenant> Tenants::hold(std::string_view name) {
  const std::string key = key_of(name);
  for (;;) {
    const std::shared_ptr<Slot> slot = slot_of(name, key);
    const std::scoped_lock lock(slot->mutex);
    if (slot->is_removed) continue;
    // One that failed to open is tried again at the next call: the disk may have been mended.
    if (!slot->tenant) slot->tenant = made(key, std::string(name));
    return slot->tenant;
  }
}

std::shared_ptr<Tenant> Tenants::find(std::string_view name) const {
  std::shared_ptr<Slot> slot;
  {
    const std::scoped_lock lock(mutex_);
    const auto known = slots_.find(key_of(name));
    if (known == slots_.end()) return nullptr;
    slot = known->second;
  }
  const std::scoped_lock lock(slot->mutex);
  return slot->tenant;
}

std::vector<std::shared_ptr<Tenant>> Tenants::list() const {
  std::vector<std::string> names;
  {
    const std::scoped_lock lock(mutex_);
    for (const auto& [key, slot] : slots_) names.push_back(key);
  }
  std::vector<std::shared_ptr<Tenant>> all;
  for (const std::string& name : names) {
    if (auto tenant = find(name)) all.push_back(std::move(tenant));
  }
  return all;
}

std::shared_ptr<Tenants::Slot> Tenants::slot_to_remove(std::string_view name,
                                                       const std::string& key) {
  const bool has_file = is_name(name) && directory_ && directory_->has_file_of(key);
  const std::scoped_lock lock(mutex_);
  const auto known = slots_.find(key);
  if (known != slots_.end()) return known->second;
  // Of an earlier start. A slot keeps it from being opened meanwhile, be there room for it or not.
  return has_file ? slots_.emplace(key, std::make_shared<Slot>()).first->second : nullptr;
}

/// None: a call has it.
std::optional<Tenants::Removal> Tenants::removed(Slot& slot, const std::string& key) {
  const std::scoped_lock lock(slot.mutex);
  if (slot.is_removed) return Removal::unknown;
  if (slot.tenant.use_count() > 1) return std::nullopt;  // While locked nobody else gets it.
  slot.tenant.reset();                                   // Closes the file before it goes.
  if (directory_) directory_->remove_file_of(key);
  slot.is_removed = true;
  return Removal::done;
}

Tenants::Removal Tenants::remove(std::string_view name) {
  const std::string key = key_of(name);
  // Of one that is open it is known, and closing its file here would end SQLite's locks on it.
  const bool may_be_foreign = is_name(name) && directory_ && !find(name);
  if (may_be_foreign && directory_->has_foreign_file_of(key)) return Removal::foreign;
  const std::shared_ptr<Slot> slot = slot_to_remove(name, key);
  if (!slot) return Removal::unknown;
  // A call takes some milliseconds.
  std::optional<Removal> result = removed(*slot, key);
  for (int waits = 0; !result && waits < 1000; ++waits) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
    result = removed(*slot, key);
  }
  if (result != Removal::done) return result.value_or(Removal::in_use);
  const std::scoped_lock lock(mutex_);
  slots_.erase(key);
  return Removal::done;
}

void Tenants::restore_seed(Tenant& tenant) {
  const std::scoped_lock lock(template_mutex_);
  tenant.store.copy_from(template_);
}

void Tenants::restart_clock(Tenant& tenant) const {
  tenant.clock = settings_.time ? frozen_at(*settings_.time) : Clock();
}

void Tenants::restart_random(Tenant& tenant) const {
  if (settings_.random_seed) {
    seed_random(tenant, *settings_.random_seed);
  } else {
    tenant.random = tenant.fault_random = Randomness();
  }
}

void Tenants::seed_random(Tenant& tenant, std::uint64_t seed) {
  const std::string key = key_of(tenant.name);
  tenant.random = Randomness(seed, key);
  tenant.fault_random = Randomness(seed, key + "/faults");
}

std::shared_ptr<Tenant> Tenants::made(const std::string& key, const std::string& name) {
  auto tenant = opened(key, name);
  tenant->vault = vault_;
  restart_clock(*tenant);
  restart_random(*tenant);
  return tenant;
}

std::shared_ptr<Tenant> Tenants::opened(const std::string& key, const std::string& name) {
  if (!directory_) {
    auto tenant = std::make_shared<Tenant>(name, store::Store::in_memory, store::Durability::off,
                                           settings_.journal);
    restore_seed(*tenant);
    return tenant;
  }
  const std::string path = directory_->file_of(key);
  std::error_code failure;
  const auto size = std::filesystem::file_size(path, failure);
  const bool is_new = failure == std::errc::no_such_file_or_directory ||
                      (!failure && size == 0);  // Somebody's `touch`.
  if (is_new) {
    const std::scoped_lock lock(template_mutex_);
    template_.write_file(path);
  }
  auto tenant =
      std::make_shared<Tenant>(name, path, durability_of(settings_.durability), settings_.journal);
  tenant->is_seeded = is_new;
  if (is_new) {
    spdlog::info("tenant {} is new: {} begins with the seed '{}'", name, path, settings_.seed);
  } else {
    spdlog::info("tenant {} goes on with {}; the seed '{}' is for new tenants", name, path,
                 settings_.seed);
  }
  return tenant;
}

}  // namespace emulator
