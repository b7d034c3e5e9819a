#include "server/gate/dispatch.h"

#include <spdlog/spdlog.h>

#include <unordered_map>

namespace emulator {

template <class Request, class Response>
SoapAnswer Dispatch::served(Gate& gate, const Operation<Request, Response>& operation,
                            Exchange& exchange, const char* request_tag, const char* response_tag) {
  SoapContext& context = exchange.context;
  Request request;
  if (!context.parse(exchange.reader.payload(), request, request_tag)) {
    const std::string error = context.error();
    spdlog::error("gSOAP cannot read {}: {}", operation.name, error);
    throw platform::deserialization_failed(services_namespace, operation.name, error);
  }
  Response response;
  response.soap_default(context.get());
  const bool passed = gate.pass(operation, exchange, [&](Call& call) {
    operation.handler(call, request, response);
    if (gate.operations_.finish != nullptr) {
      gate.operations_.finish(context);
    }
  });
  // What a handler wrote before it failed is not for the caller.
  if (!passed) response.soap_default(context.get());
  return gate.answer_of(exchange, [&] { return context.written(response, response_tag); });
}

SoapAnswer Dispatch::serve(Gate& gate, Exchange& exchange) {
  using Server = SoapAnswer (*)(Gate&, Exchange&);
  static const auto servers = [] {
    std::unordered_map<std::string_view, Server> table;
// The response's element has the name of its type, which begins with gSOAP's `_so__`.
#define OPERATION(ServiceName, Name, Request, Response)                                          \
  table[#Name] = [](Gate& the_gate, Exchange& call) {                                            \
    static const std::string response_tag = std::string("so:") + (#Response + 5);                \
    return served(the_gate, the_gate.operations_.Name, call, "so:" #Name, response_tag.c_str()); \
  };
#include "generated/operations.def"
#undef OPERATION
    return table;
  }();
  return servers.at(exchange.reader.operation()->name)(gate, exchange);
}

}  // namespace emulator
