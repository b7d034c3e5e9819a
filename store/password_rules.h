#pragma once

#include "store/records.h"

namespace emulator::store {

class Connection;

/// A table of one row, which is always there. Every method throws store::Error.
class PasswordRulesTable {
 public:
  explicit PasswordRulesTable(Connection& connection) : connection_(connection) {}

  PasswordRules get();
  void save(PasswordRules& rules, const Author& author);

 private:
  Connection& connection_;
};

}  // namespace emulator::store
