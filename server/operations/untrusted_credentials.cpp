#include "server/carriers/untrusted_credentials_carrier.h"
#include "server/carriers/wire.h"
#include "server/domain/fault.h"
#include "server/operations/install.h"
#include "server/operations/secrets_owner.h"

namespace emulator {
namespace {

using store::CredentialUsage;

// Who may not be changed has no secrets put in or taken away (A-SECRET-OWNER).
store::Associate changed_owner(Call& call, int associate_id) {
  store::Associate owner = secrets_owner(call, associate_id);
  if (owner.type == store::AssociateType::anonymous) throw fault::wrong_user_type("AssociateId");
  if (owner.deleted) throw fault::user_retired();
  return owner;
}

std::optional<store::Credential> row_of(Call& call, int owner_id, const std::string& type,
                                        const std::string& public_value) {
  auto row = call.store.credentials.find(type, secret_search_name(owner_id, public_value));
  if (!row || row->usage != CredentialUsage::outbound) return std::nullopt;
  return row;
}

// Secret values are for the owner and for system users (documented).
bool may_see(Call& call, int owner_id) {
  return owner_id == call.caller.associate_id || call.caller.type == store::AssociateType::system;
}

void save(Call& call, int associate_id, const std::string* type,
          const so__UntrustedCredentials* wire) {
  const store::Associate owner = changed_owner(call, associate_id);
  if (wire == nullptr) throw fault::argument_missing("Credentials");
  const OutboundSecret secret = secret_of_wire(call.context, *wire);
  require_secret(secret, text_of(type));
  store::Credential row =
      row_of(call, owner.id, text_of(type), secret.public_value).value_or(store::Credential{});
  row.associate_id = owner.id;
  row.type = text_of(type);
  row.search_name = secret_search_name(owner.id, secret.public_value);
  row.usage = CredentialUsage::outbound;
  // A-SECRET-OWNER: who sends back what it was shown does not blank what it was not.
  if (!secret.secret_value.empty() || may_see(call, owner.id)) {
    row.secret = call.tenant.vault.sealed(secret.secret_value);
  }
  row.comment = secret.comment;
  row.enabled = secret.is_active;
  // A-SECRET-DATES.
  const bool has_start = secret.valid_from != store::null_date;
  const bool has_end = secret.valid_to != store::null_date;
  row.valid_from = has_start ? secret.valid_from : date_time_text(call.now);
  row.valid_to = has_end ? secret.valid_to : std::string(store::open_end);
  call.store.credentials.save(row, call.author());
}

OutboundSecret shown(Call& call, const store::Credential& row) {
  OutboundSecret secret;
  secret.public_value = public_value_of(row);
  secret.comment = row.comment;
  secret.valid_from = row.valid_from;
  secret.valid_to = row.valid_to;
  secret.is_active = row.enabled;
  if (may_see(call, row.associate_id)) {
    const auto opened = call.tenant.vault.opened(row.secret);
    if (!opened) throw fault::secret_lost();  // A-SECRET-LOST.
    secret.secret_value = *opened;
  }
  return secret;
}

so__ArrayOfUntrustedCredentials* list(Call& call, int owner_id, const std::string* type) {
  auto* wire = soap_new_so__ArrayOfUntrustedCredentials(call.context.get());
  for (const store::Credential& row : call.store.credentials.list_of(owner_id, text_of(type))) {
    if (row.usage != CredentialUsage::outbound) continue;
    wire->UntrustedCredentials.push_back(
        untrusted_credentials_carrier(call.context, shown(call, row)));
  }
  return wire;
}

void remove(Call& call, int associate_id, const std::string* type,
            const std::string* public_value) {
  const store::Associate owner = changed_owner(call, associate_id);
  const auto row = row_of(call, owner.id, text_of(type), text_of(public_value));
  if (!row) throw fault::not_found("UntrustedCredentials", text_of(public_value));
  call.store.credentials.remove(row->id);
}

void create_default(Call& call, const _so__CreateDefaultUntrustedCredentials&,
                    _so__CreateDefaultUntrustedCredentialsResponse& response) {
  response.Response =
      untrusted_credentials_carrier(call.context, default_secret(date_time_text(call.now)));
}

void save_own(Call& call, const _so__SaveUntrustedCredentials& request,
              _so__SaveUntrustedCredentialsResponse&) {
  save(call, call.caller.associate_id, request.Type, request.Credentials);
}

void save_for_associate(Call& call, const _so__SaveUntrustedCredentialsForAssociate& request,
                        _so__SaveUntrustedCredentialsForAssociateResponse&) {
  save(call, request.AssociateId, request.Type, request.Credentials);
}

void get_own(Call& call, const _so__GetUntrustedCredentials& request,
             _so__GetUntrustedCredentialsResponse& response) {
  response.Response = list(call, call.caller.associate_id, request.Type);
}

void get_for_associate(Call& call, const _so__GetUntrustedCredentialsForAssociate& request,
                       _so__GetUntrustedCredentialsForAssociateResponse& response) {
  const auto owner = call.store.associates.find(request.AssociateId);
  if (!owner) return;  // A-GET-UNKNOWN.
  if (!may_change_secrets_of(call, *owner)) throw fault::not_permitted();
  response.Response = list(call, owner->id, request.Type);
}

void remove_own(Call& call, const _so__RemoveUntrustedCredentials& request,
                _so__RemoveUntrustedCredentialsResponse&) {
  remove(call, call.caller.associate_id, request.Type, request.PublicValue);
}

void remove_for_associate(Call& call, const _so__RemoveUntrustedCredentialsForAssociate& request,
                          _so__RemoveUntrustedCredentialsForAssociateResponse&) {
  remove(call, request.AssociateId, request.Type, request.PublicValue);
}

}  // namespace

void install_untrusted_credentials(Operations& on) {
  on.CreateDefaultUntrustedCredentials.serve_with(create_default);
  on.SaveUntrustedCredentials.serve_with(save_own);
  on.SaveUntrustedCredentialsForAssociate.serve_with(save_for_associate);
  on.GetUntrustedCredentials.serve_with(get_own);
  on.GetUntrustedCredentialsForAssociate.serve_with(get_for_associate);
  on.RemoveUntrustedCredentials.serve_with(remove_own);
  on.RemoveUntrustedCredentialsForAssociate.serve_with(remove_for_associate);
}

}  // namespace emulator
