#include "server/tenants/tenants.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <boost/algorithm/string/case_conv.hpp>
#include <filesystem>

#include "server/domain/clock.h"
#include "server/domain/secrets.h"
#include "server/seeds/seed_file.h"

namespace emulator {
namespace {

store::Durability durability_of(const std::string& name) {
  if (name == "full") return store::Durability::full;
  return name == "off" ? store::Durability::off : store::Durability::normal;
}

void fill(store::Store& store, const std::string& seed, HashCost cost) {
  const auto hash = [cost](std::string_view password) { return hash_password(password, cost); };
  fill_from_seed(store, seed, hash, {date_time_text(Clock().now()), 0});
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
  fill(template_, settings_.seed, hash_cost);  // First: a wrong file leaves no directory behind.
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

Tenant& Tenants::of(std::string_view name) {
  const std::string key = boost::algorithm::to_lower_copy(std::string(name));
  const std::shared_ptr<Slot> slot = slot_of(name, key);
  const std::scoped_lock lock(slot->mutex);
  // One that failed to open is tried again at the next call: the disk may have been mended.
  if (!slot->tenant) slot->tenant = made(key, std::string(name));
  return *slot->tenant;
}

std::unique_ptr<Tenant> Tenants::made(const std::string& key, const std::string& name) {
  auto tenant = opened(key, name);
  tenant->vault = vault_;
  if (settings_.random_seed) tenant->random = Randomness(*settings_.random_seed, key);
  return tenant;
}

std::unique_ptr<Tenant> Tenants::opened(const std::string& key, const std::string& name) {
  if (!directory_) {
    auto tenant = std::make_unique<Tenant>(name, store::Store::in_memory, store::Durability::off);
    const std::scoped_lock lock(template_mutex_);
    tenant->store.copy_from(template_);
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
  auto tenant = std::make_unique<Tenant>(name, path, durability_of(settings_.durability));
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
