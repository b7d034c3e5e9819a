#include "server/gate/operation.h"

namespace emulator {

Operations::Operations() {
#define OPERATION(ServiceName, Name, Request, Response) \
  if (Name.service == Service::so_principal) Name.access = Access::anyone;
#include "generated/operations.def"
#undef OPERATION
}

}  // namespace emulator
