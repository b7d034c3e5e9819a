#include "server/envelope/platform_fault.h"

#include "server/envelope/service.h"

namespace emulator::platform {
namespace {

constexpr const char* addressing_none = "http://schemas.microsoft.com/ws/2005/05/addressing/none";
constexpr const char* dispatcher =
    "http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher";

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

PlatformFault bad_request(const std::string& text) {
  PlatformFault fault;
  fault.status = 400;
  fault.code = "Client";
  fault.text = text;
  fault.bodiless = true;
  return fault;
}

}  // namespace

PlatformFault action_not_supported(std::string_view action) {
  PlatformFault fault;
  fault.code = "ActionNotSupported";
  fault.code_namespace = addressing_none;
  fault.text =
      "The message with Action " + quoted(action) +
      " cannot be processed at the receiver, due to a ContractFilter mismatch at the "
      "EndpointDispatcher. This may be because of either a contract mismatch (mismatched Actions "
      "between sender and receiver) or a binding/security mismatch between the sender and the "
      "receiver.  Check that sender and receiver have the same contract and the same binding "
      "(including security requirements, e.g. Message, Transport, None).";
  return fault;
}

PlatformFault deserialization_failed(std::string_view namespace_uri, std::string_view parameter,
                                     std::string_view inner) {
  PlatformFault fault;
  fault.code = "DeserializationFailed";
  fault.code_namespace = dispatcher;
  fault.text =
      "The formatter threw an exception while trying to deserialize the message: There was an "
      "error while trying to deserialize parameter " +
      std::string(namespace_uri) + ":" + std::string(parameter) +
      ". The InnerException message was " + quoted(inner) +
      ".  Please see InnerException for more details.";
  return fault;
}

PlatformFault unexpected_body(std::string_view operation, std::string_view found) {
  PlatformFault fault;
  fault.code = "DeserializationFailed";
  fault.code_namespace = dispatcher;
  fault.text =
      "The formatter threw an exception while trying to deserialize the message: Error in "
      "deserializing body of request message for operation " +
      quoted(operation) +
      ". OperationFormatter encountered an invalid Message body. Expected to find node type "
      "'Element' with name " +
      quoted(operation) + " and namespace " + quoted(services_namespace) + ". Found " +
      std::string(found);
  return fault;
}

PlatformFault header_not_understood(std::string_view name, std::string_view namespace_uri) {
  PlatformFault fault;
  fault.code = "MustUnderstand";
  fault.text =
      "The header " + quoted(name) + " from the namespace " + quoted(namespace_uri) +
      " was not understood by the recipient of this message, causing the message to not be "
      "processed.  This error typically indicates that the sender of this message has enabled a "
      "communication protocol that the receiver cannot process.  Please ensure that the "
      "configuration of the client's binding is consistent with the service's binding. ";
  return fault;
}

PlatformFault wrong_content_type(std::string_view content_type) {
  PlatformFault fault;
  fault.status = 415;
  fault.code = "Client";
  fault.text = "Cannot process the message because the content type " + quoted(content_type) +
               " was not the expected type 'text/xml; charset=utf-8'.";
  fault.http_reason = fault.text;
  fault.bodiless = true;
  return fault;
}

PlatformFault wrong_envelope_version() {
  return bad_request(
      "The envelope version of the incoming message (Soap12 "
      "(http://www.w3.org/2003/05/soap-envelope)) does not match that of the encoder (Soap11 "
      "(http://schemas.xmlsoap.org/soap/envelope/)). Make sure the binding is configured with the "
      "same version as the expected messages.");
}

PlatformFault bad_message(std::string_view why) { return bad_request(std::string(why)); }

PlatformFault contract_breach(std::string_view id, std::string_view path, std::string_view found,
                              std::string_view expected) {
  PlatformFault fault;
  fault.code = "Client";
  fault.text = std::string(id) + " at " + std::string(path) + ": found " + std::string(found) +
               ", expected " + std::string(expected) + " (nsemu --contract strict)";
  return fault;
}

}  // namespace emulator::platform
