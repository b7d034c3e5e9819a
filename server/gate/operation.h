#pragma once

#include <string_view>

#include "server/domain/access_table.h"
#include "server/envelope/binding.h"
#include "server/envelope/service.h"

namespace emulator {

class Call;
class SoapContext;

/// What is known of an operation without its types.
struct OperationInfo {
  Service service = Service::user;
  std::string_view name;
  Access access = Access::administer_installation;
  Effect effect = Effect::writes;
  bool is_implemented = false;
};

/// A slot of the service. The response arrives with defaults in it; a handler fills it or throws a
/// Fault, and does nothing else: the ticket, the rights, the transaction and the headers are the
/// gate's.
template <class Request, class Response>
struct Operation : OperationInfo {
  using Handler = void (*)(Call&, const Request&, Response&);

  void serve_with(Handler its_handler) {
    handler = its_handler;
    is_implemented = true;
  }

  Handler handler = nullptr;  ///< None: not implemented.
};

/// All operations of both services, one member each, from generated/operations.def.
struct Operations {
#define OPERATION(ServiceName, Name, Request, Response) \
  Operation<Request, Response> Name{{service_of(#ServiceName).value(), #Name}};
#include "generated/operations.def"
#undef OPERATION

  /// What is done to a response when its handler is through; null: nothing.
  void (*finish)(SoapContext&) = nullptr;

  /// Access and effect of each are those of access_table.h, implemented or not.
  Operations();

  /// Calls `visit` with every OperationInfo in the order of the WSDLs.
  template <class Visit>
  void for_each(Visit visit) const {
#define OPERATION(ServiceName, Name, Request, Response) \
  visit(static_cast<const OperationInfo&>(Name));
#include "generated/operations.def"
#undef OPERATION
  }
};

}  // namespace emulator
