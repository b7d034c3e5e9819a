#include "server/operations/login_changes.h"

#include "server/domain/login_rules.h"
#include "server/domain/password_rules.h"
#include "server/domain/secrets.h"
#include "server/domain/user_name_rules.h"

namespace emulator {
namespace {

store::Credential password_of(Call& call, const store::Associate& associate) {
  const auto rows = call.store.credentials.list_of(associate.id, password_credential);
  if (!rows.empty()) return rows.front();
  store::Credential row;
  row.associate_id = associate.id;
  row.type = password_credential;
  row.search_name = associate.user_name_key;
  row.display_type = "Password";
  row.display_name = associate.user_name;
  row.valid_from = date_time_text(call.now);
  return row;
}

}  // namespace

void rename_login(Call& call, store::Associate& associate, const std::string& name) {
  associate.name = associate.user_name = name;
  associate.name_key = associate.user_name_key = user_name_key(name);
  call.store.associates.save(associate, call.author());
  rename_password(call, associate);
}

void rename_password(Call& call, const store::Associate& associate) {
  store::Credential password = password_of(call, associate);
  if (password.id == 0) return;  // No password yet, so nothing to find it by.
  password.search_name = associate.user_name_key;
  password.display_name = associate.user_name;
  call.store.credentials.save(password, call.author());
}

bool has_password(Call& call, int associate_id, const std::string& password) {
  const auto rows = call.store.credentials.list_of(associate_id, password_credential);
  return !rows.empty() && password_matches(rows.front().secret, password);
}

void require_new_password(Call& call, const std::string& password) {
  require_password(password, call.store.password_rules.get());
}

void set_password(Call& call, const store::Associate& associate, const std::string& password) {
  store::Credential row = password_of(call, associate);
  row.secret = hash_password(password, call.settings.hash_cost);
  call.store.credentials.save(row, call.author());
}

std::string set_generated_password(Call& call, const store::Associate& associate) {
  std::string password = generated_password(call.tenant.random, call.store.password_rules.get());
  set_password(call, associate, password);
  return password;
}

void set_active(Call& call, const store::Associate& associate, bool active) {
  const std::string_view license = login_license(associate.type);
  if (active) {
    call.store.licenses.assign(associate.id, license, call.author());
  } else {
    call.store.licenses.withdraw(associate.id, license);
  }
}

}  // namespace emulator
