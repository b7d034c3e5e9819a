#include "store/password_rules.h"

#include "store/rows.h"

namespace emulator::store {

PasswordRules PasswordRulesTable::get() {
  const auto rules = find_row<PasswordRules>(connection_, 1);
  if (!rules) throw Error("password_rules has lost its row");
  return *rules;
}

void PasswordRulesTable::save(PasswordRules& rules, const Author& author) {
  rules.id = 1;
  update_row(connection_, rules, author);
}

}  // namespace emulator::store
