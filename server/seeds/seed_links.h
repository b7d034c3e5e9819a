#pragma once

#include "server/seeds/entry_reader.h"
#include "server/seeds/seed_tables.h"

namespace emulator {

/// Follows what the file says of its rows that refers to other rows, when all rows are there.
/// `file` is the whole file.
void link_rows(const EntryReader& file, SeedTables& tables, SeedProblems& problems);

}  // namespace emulator
