#pragma once

#include "server/seeds/entry_reader.h"
#include "server/seeds/seed_tables.h"

namespace emulator {

/// Takes what the list of users says of them, but for what refers to other rows.
void read_users(const EntryReader& file, SeedTables& tables, SeedProblems& problems);

/// The rest of it, after link_rows(), which knows all names by then.
void link_users(SeedTables& tables, SeedProblems& problems);

}  // namespace emulator
