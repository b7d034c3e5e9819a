#pragma once

#include "server/seeds/entry_reader.h"
#include "server/seeds/seed_tables.h"

namespace emulator {

/// Takes what the lists of a file say of their rows, but for what refers to other rows: that is
/// for seed_links.h, when all rows are there. `file` is the whole file.
void read_lists(const EntryReader& file, SeedTables& tables, SeedProblems& problems);

}  // namespace emulator
