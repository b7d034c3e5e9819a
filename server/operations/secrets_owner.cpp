#include "server/operations/secrets_owner.h"

#include "server/domain/access_rules.h"
#include "server/operations/user_lookup.h"

namespace emulator {
namespace {

store::Associate checked(Call& call, const store::Associate& associate, const Fault& refusal) {
  if (!may_change_secrets_of(call, associate)) throw refusal;
  return associate;
}

}  // namespace

store::Associate secrets_owner(Call& call, int associate_id, const Fault& refusal) {
  return checked(call, required_user(call, associate_id), refusal);
}

store::Associate secrets_owner(Call& call, const std::string& name, const Fault& refusal) {
  return checked(call, required_user(call, name), refusal);
}

bool may_change_secrets_of(Call& call, const store::Associate& associate) {
  return may_change_password_of(call.caller, associate.id, associate.type,
                                contact_of(call.store, associate));
}

}  // namespace emulator
