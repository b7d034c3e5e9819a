#include "server/carriers/service_auth_carrier.h"

#include "server/carriers/wire.h"

namespace emulator {

so__ServiceAuth* service_auth_carrier(SoapContext& context, const store::ServiceAuth& auth,
                                      const std::string& password) {
  so__ServiceAuth* wire = soap_new_so__ServiceAuth(context.get());
  wire->ServiceAuthId = auth.id;
  wire->Server = to_wire(context, auth.server);
  wire->Port = auth.port;
  wire->AuthType = to_wire(context, auth.auth_type);
  wire->Username = to_wire(context, auth.user_name);
  wire->Password = to_wire(context, password);
  return wire;
}

store::ServiceAuth service_auth_of_wire(const so__ServiceAuth& wire) {
  store::ServiceAuth auth;
  auth.id = wire.ServiceAuthId;
  auth.server = text_of(wire.Server);
  auth.port = wire.Port;
  auth.auth_type = text_of(wire.AuthType);
  auth.user_name = text_of(wire.Username);
  auth.password = text_of(wire.Password);
  return auth;
}

}  // namespace emulator
