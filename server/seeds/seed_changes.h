#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "server/seeds/seed_tables.h"
#include "store/seed_rows.h"

namespace emulator {

/// Makes a hash of a password.
using HashPassword = std::function<std::string(std::string_view)>;

/// What a file adds to its base and changes in it. Equal passwords are hashed once.
store::SeedRows changes_of(const SeedTables& tables, const HashPassword& hash_password);

}  // namespace emulator
