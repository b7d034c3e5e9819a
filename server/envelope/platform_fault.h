#pragma once

#include <exception>
#include <string>
#include <string_view>

namespace emulator {

/// The answer to a message that never reached an operation. On the real service it comes from WCF,
/// the platform below NetServer; its texts are WCF's own (A-PLATFORM-FAULT).
struct PlatformFault : std::exception {
  int status = 500;            ///< HTTP.
  std::string http_reason;     ///< Reason phrase; empty: the usual one.
  std::string code;            ///< Such as `ActionNotSupported`.
  std::string code_namespace;  ///< Empty: the code is one of the envelope's own.
  std::string text;
  bool callers_mistake = true;  ///< SOAP 1.2 Sender, not Receiver.
  /// WCF answers with an empty body. `--contract lenient` adds a SOAP fault that says why, because
  /// an empty 400 is the hardest answer to work with.
  bool bodiless = false;

  const char* what() const noexcept override { return text.c_str(); }
};

namespace platform {

/// No operation has this SOAPAction.
PlatformFault action_not_supported(std::string_view action);
/// A parameter whose value cannot be read; `inner` says why.
PlatformFault deserialization_failed(std::string_view namespace_uri, std::string_view parameter,
                                     std::string_view inner);
/// The Body holds something else than the wrapper of the operation that SOAPAction names.
PlatformFault unexpected_body(std::string_view operation, std::string_view found);
PlatformFault header_not_understood(std::string_view name, std::string_view namespace_uri);
PlatformFault wrong_content_type(std::string_view content_type);
PlatformFault wrong_envelope_version();
/// Not XML, no envelope, or XML that SOAP forbids.
PlatformFault bad_message(std::string_view why);
/// `--contract strict` only.
PlatformFault contract_breach(std::string_view id, std::string_view path, std::string_view found,
                              std::string_view expected);

}  // namespace platform
}  // namespace emulator
