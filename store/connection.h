#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <unordered_map>

#include "store/error.h"
#include "store/store.h"

namespace emulator::store {

/// Runs `work` and lets nothing of SQLiteCpp out.
template <class Work>
decltype(auto) translating_errors(Work&& work) {
  try {
    return work();
  } catch (const SQLite::Exception& exception) {
    throw Error(exception.what(), exception.getExtendedErrorCode());
  }
}

/// The open database and its prepared statements. Private to the store, as is all of SQLite.
class Connection {
 public:
  /// See Store's constructor.
  Connection(const std::string& path, Durability durability);

  /// Prepared on first use, then kept.
  SQLite::Statement& statement(const std::string& sql);
  /// Any number of statements, not kept.
  void run(const std::string& script);
  /// Rows that the last INSERT, UPDATE or DELETE changed, those of cascades not counted.
  int changes() const { return database_.getChanges(); }
  bool in_transaction() const;
  void copy_from(Connection& other);
  std::string image();
  void write_file(const std::string& path);
  void read_file(const std::string& path);
  static bool is_own_file(const std::string& path);

 private:
  void open_schema();
  int pragma(const char* name);

  SQLite::Database database_;
  std::unordered_map<std::string, SQLite::Statement> statements_;
};

}  // namespace emulator::store
