#pragma once

namespace emulator::store {

// The SQL files of this folder, embedded by the build; statements separated by semicolons.
extern const char* const schema_sql;
extern const char* const schema_directory_sql;
extern const char* const schema_extras_sql;
extern const char* const seed_empty_sql;
extern const char* const seed_data_rights_sql;
extern const char* const seed_small_sql;
extern const char* const seed_demo_sql;

}  // namespace emulator::store
