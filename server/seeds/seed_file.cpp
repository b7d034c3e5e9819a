#include "server/seeds/seed_file.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>

#include "server/seeds/seed_json.h"
#include "server/seeds/seed_problems.h"
#include "store/seed.h"

namespace emulator {
namespace {

std::optional<store::Seed> seed_of_word(std::string_view name) {
  if (name == "empty") return store::Seed::empty;
  if (name == "small") return store::Seed::small;
  return name == "demo" ? std::optional(store::Seed::demo) : std::nullopt;
}

[[noreturn]] void refuse(const std::string& path, const std::string& reason) {
  throw SeedFileError(path, {{{}, "", reason}}, 0);
}

std::string text_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text;
  std::array<char, 65536> part{};
  while (file.read(part.data(), part.size()) || file.gcount() > 0) {
    text.append(part.data(), static_cast<std::size_t>(file.gcount()));
  }
  // A directory opens, but cannot be read.
  if (!file.is_open() || file.bad()) refuse(path, std::strerror(errno));
  return text;
}

void fill_from_database(store::Store& store, const std::string& path) {
  try {
    store.read_file(path);
  } catch (const store::Error& error) {
    refuse(path, error.what());
  }
  if (store.is_new()) refuse(path, "is a database without an installation in it");
}

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

}  // namespace

bool is_seed_name(std::string_view name) {
  return seed_of_word(name) || name.ends_with(".json") || name.ends_with(".sqlite");
}

void fill_from_seed(store::Store& store, const std::string& name, const HashPassword& hash_password,
                    const store::Author& author) {
  if (const auto seed = seed_of_word(name)) {
    store::seed(store, *seed, hash_password, author);
  } else if (name.ends_with(".sqlite")) {
    fill_from_database(store, name);
  } else {
    fill_from_json(store, name, text_of(name), hash_password, author);
  }
}

std::string contents_of(store::Store& store) {
  return counted(store.contacts.list().size(), "contact") + ", " +
         counted(store.persons.list().size(), "person") + ", " +
         counted(store.associates.list().size(), "user") + ", " +
         counted(store.roles.list().size(), "role") + ", " +
         counted(store.user_groups.list(true).size(), "user group") + ", " +
         counted(store.licenses.list().size(), "licence");
}

}  // namespace emulator
