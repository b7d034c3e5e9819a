#pragma once

#include "server/seeds/seed_tables.h"

namespace emulator {

/// Holds the base with what a file adds and changes against the rules of the emulator: what no
/// operation would let come into being is told. What refers to entries in which anything is wrong
/// already is not looked at.
void check_rules(const SeedTables& tables, SeedProblems& problems);

}  // namespace emulator
