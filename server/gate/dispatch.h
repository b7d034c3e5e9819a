#pragma once

#include "server/gate/gate.h"

namespace emulator {

/// The one place that turns an operation's name into its types.
class Dispatch {
 public:
  /// Reads the parameters, passes the gate and writes the answer. Throws a PlatformFault when
  /// gSOAP cannot read what RequestReader let pass.
  static SoapAnswer serve(Gate& gate, Exchange& exchange);

 private:
  template <class Request, class Response>
  static SoapAnswer served(Gate& gate, const Operation<Request, Response>& operation,
                           Exchange& exchange, const char* request_tag, const char* response_tag);
};

}  // namespace emulator
