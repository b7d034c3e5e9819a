#include "server/gate/operation.h"

namespace emulator {

Operations::Operations() {
#define OPERATION(ServiceName, Name, Request, Response) \
  Name.access = access_of(#Name).access;                \
  Name.effect = access_of(#Name).effect;
#include "generated/operations.def"
#undef OPERATION
}

}  // namespace emulator
