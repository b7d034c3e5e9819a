#include "server/operations/credential_changes.h"

#include "server/domain/fault.h"
#include "server/domain/login_rules.h"
#include "server/domain/text_length.h"
#include "server/operations/login_changes.h"

namespace emulator {
namespace {

void require_directory_user(Call& call, const store::Associate& user,
                            const CredentialDraft& draft) {
  if (draft.value.empty()) throw fault::argument_missing("Value");
  require_length(draft.value, credential_text_length_max, "Value");
  require_length(draft.display_value, credential_text_length_max, "DisplayValue");
  const auto taken = call.store.credentials.find(directory_credential, draft.value);
  if (taken && taken->associate_id != user.id) throw fault::credential_taken();
}

void save_directory_user(Call& call, const store::Associate& user, const CredentialDraft& draft) {
  auto rows = call.store.credentials.list_of(user.id, directory_credential);
  store::Credential row = rows.empty() ? store::Credential{} : rows.front();
  if (row.id == 0) {
    row.associate_id = user.id;
    row.type = directory_credential;
    row.display_type = credential_kind(directory_credential)->display_type;
    row.valid_from = date_time_text(call.now);
  }
  row.search_name = draft.value;
  row.display_name = draft.display_value.empty() ? draft.value : draft.display_value;
  call.store.credentials.save(row, call.author());
}

}  // namespace

void require_credential(Call& call, const store::Associate& user, const CredentialDraft& draft) {
  const CredentialKind* kind = credential_kind(draft.type);
  if (kind == nullptr) throw fault::credential_type_refused(draft.type);
  if (!can_have(user.type, *kind)) throw fault::wrong_user_type("Type");
  if (draft.type == password_credential) {
    require_new_password(call, draft.value);
  } else {
    require_directory_user(call, user, draft);
  }
}

void save_credential(Call& call, const store::Associate& user, const CredentialDraft& draft) {
  if (draft.type == password_credential) {
    call.store.credentials.remove_of(user.id, directory_credential);
    set_password(call, user, draft.value);
  } else {
    call.store.credentials.remove_of(user.id, password_credential);
    save_directory_user(call, user, draft);
  }
}

}  // namespace emulator
