#include "server/carriers/untrusted_credentials_carrier.h"

#include "server/carriers/wire.h"

namespace emulator {

so__UntrustedCredentials* untrusted_credentials_carrier(SoapContext& context,
                                                        const OutboundSecret& secret) {
  so__UntrustedCredentials* wire = soap_new_so__UntrustedCredentials(context.get());
  wire->ValidFrom = date_to_wire(context, secret.valid_from);
  wire->ValidTo = date_to_wire(context, secret.valid_to);
  wire->Comment = to_wire(context, secret.comment);
  wire->SecretValue = to_wire(context, secret.secret_value);
  wire->PublicValue = to_wire(context, secret.public_value);
  wire->IsActive = secret.is_active;
  return wire;
}

OutboundSecret secret_of_wire(const SoapContext& context, const so__UntrustedCredentials& wire) {
  OutboundSecret secret;
  secret.valid_from = date_from_wire(context, wire.ValidFrom);
  secret.valid_to = date_from_wire(context, wire.ValidTo);
  secret.comment = text_of(wire.Comment);
  secret.secret_value = text_of(wire.SecretValue);
  secret.public_value = text_of(wire.PublicValue);
  secret.is_active = wire.IsActive;
  return secret;
}

}  // namespace emulator
