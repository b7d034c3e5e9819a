#include "server/operations/login_changes.h"

#include "server/domain/login_rules.h"
#include "server/domain/secrets.h"
#include "server/domain/user_name_rules.h"

namespace emulator {
namespace {

store::Credential password_of(Call& call, const store::Associate& associate) {
  for (store::Credential& row : call.store.credentials.list_of(associate.id)) {
    if (row.type == password_credential) return row;
  }
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

void set_password(Call& call, const store::Associate& associate, const std::string& password) {
  store::Credential row = password_of(call, associate);
  row.secret = hash_password(password, call.settings.hash_cost);
  call.store.credentials.save(row, call.author());
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
