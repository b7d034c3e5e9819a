#pragma once

#include <string>
#include <string_view>

#include "server/seeds/seed_changes.h"
#include "store/store.h"

namespace emulator {

/// What a new installation starts with: `empty`, `small`, `demo`, the name of a file of JSON
/// (`*.json`, see seed.schema.json) or that of a database that --data has made (`*.sqlite`).
bool is_seed_name(std::string_view name);

/// Fills a new store. Throws SeedFileError when a file is not there or wrong; the store is of no
/// use then. Throws store::Error.
void fill_from_seed(store::Store& store, const std::string& name, const HashPassword& hash_password,
                    const store::Author& author);

/// What a store holds, such as `1 contact, 1 person, 1 user, 14 roles, 5 user groups, 9 licences`.
std::string contents_of(store::Store& store);

}  // namespace emulator
