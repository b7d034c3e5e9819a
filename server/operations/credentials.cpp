#include "server/carriers/credential_carrier.h"
#include "server/carriers/enumerations.h"
#include "server/carriers/wire.h"
#include "server/domain/fault.h"
#include "server/operations/credential_changes.h"
#include "server/operations/install.h"
#include "server/operations/secrets_owner.h"

namespace emulator {
namespace {

store::Associate credential_owner(Call& call, int associate_id) {
  store::Associate owner = secrets_owner(call, associate_id);
  if (owner.deleted) throw fault::user_retired();
  return owner;
}

void save(Call& call, const _so__SaveCredential& request, _so__SaveCredentialResponse& response) {
  const store::Associate user = credential_owner(call, request.UserId);
  if (request.Credential == nullptr) throw fault::argument_missing("Credential");
  const CredentialDraft draft = credential_of_wire(*request.Credential);
  require_credential(call, user, draft);
  save_credential(call, user, draft);
  response.Response = true;
}

// A-CREDENTIAL-DELETE. Tickets are rows of the same table, and of no such type.
void remove(Call& call, const _so__DeleteCredential& request,
            _so__DeleteCredentialResponse& response) {
  const store::Associate user = credential_owner(call, request.UserId);
  const std::string type = text_of(request.CredentialType);
  response.Response =
      credential_kind(type) != nullptr && call.store.credentials.remove_of(user.id, type) > 0;
}

void get_types(Call& call, const _so__GetCredentialTypes&,
               _so__GetCredentialTypesResponse& response) {
  response.Response = soap_new_so__ArrayOfCredentialType(call.context.get());
  for (const CredentialKind& kind : credential_kinds()) {
    response.Response->CredentialType.push_back(credential_type_carrier(call.context, kind));
  }
}

void get_types_for_user_type(Call& call, const _so__GetCredentialTypesForUserType& request,
                             _so__GetCredentialTypesForUserTypeResponse& response) {
  const auto type = from_wire(request.UserType);
  response.Response = soap_new_so__ArrayOfCredentialType(call.context.get());
  for (const CredentialKind& kind : credential_kinds()) {
    if (!type || !can_have(*type, kind)) continue;
    response.Response->CredentialType.push_back(credential_type_carrier(call.context, kind));
  }
}

}  // namespace

void install_credentials(Operations& on) {
  on.SaveCredential.serve_with(save);
  on.DeleteCredential.serve_with(remove);
  on.GetCredentialTypes.serve_with(get_types);
  on.GetCredentialTypesForUserType.serve_with(get_types_for_user_type);
}

}  // namespace emulator
