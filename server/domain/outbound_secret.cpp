#include "server/domain/outbound_secret.h"

#include "server/domain/credential_rules.h"
#include "server/domain/fault.h"
#include "server/domain/text_length.h"
#include "server/domain/ticket_text.h"

namespace emulator {
namespace {

constexpr int type_length_max = 254;
constexpr int public_value_length_max = 238;
constexpr int secret_value_length_max = 70;
constexpr int comment_length_max = 255;

bool is_proof_of_identity(std::string_view type) {
  return credential_kind(type) != nullptr || type == credential_type_of(TicketKind::session) ||
         type == credential_type_of(TicketKind::access_token);
}

}  // namespace

OutboundSecret default_secret(const std::string& now) {
  OutboundSecret secret;
  secret.valid_from = now;
  secret.valid_to = store::open_end;
  secret.is_active = true;
  return secret;
}

void require_secret(const OutboundSecret& secret, std::string_view type) {
  if (type.empty()) throw fault::argument_missing("Type");
  require_length(type, type_length_max, "Type");
  if (is_proof_of_identity(type)) throw fault::credential_type_refused(std::string(type));
  require_length(secret.public_value, public_value_length_max, "PublicValue");
  require_length(secret.secret_value, secret_value_length_max, "SecretValue");
  require_length(secret.comment, comment_length_max, "Comment");
}

std::string secret_search_name(int associate_id, std::string_view public_value) {
  return std::to_string(associate_id) + ":" + std::string(public_value);
}

std::string public_value_of(const store::Credential& row) {
  return row.search_name.substr(secret_search_name(row.associate_id, {}).size());
}

}  // namespace emulator
