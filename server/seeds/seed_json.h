#pragma once

#include <string>

#include "server/seeds/seed_changes.h"
#include "store/store.h"

namespace emulator {

/// Fills a new store from a text of JSON, see seed.schema.json; `file` is what problems call it.
/// Everything is checked before the first row of the file is written, in one transaction. Throws
/// SeedFileError; then the store is new, or has just the base. Throws store::Error.
void fill_from_json(store::Store& store, const std::string& file, const std::string& text,
                    const HashPassword& hash_password, const store::Author& author);

}  // namespace emulator
