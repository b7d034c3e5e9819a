#pragma once

#include <optional>
#include <string>

#include "server/domain/fault.h"
#include "server/envelope/platform_fault.h"
#include "server/envelope/request_reader.h"
#include "server/envelope/soap_context.h"

namespace emulator {

/// What goes out over HTTP.
struct SoapAnswer {
  int status = 200;
  std::string http_reason;  ///< Empty: the usual one.
  std::string content_type;
  std::string body;
};

/// The answer of an operation: `body` is its response element. Headers in the real service's order
/// (seen in a real answer): ExceptionInfo, ExtraInfo, Succeeded, TimeZone. `fault` null: success.
SoapAnswer operation_answer(SoapContext& context, SoapVersion version, const Fault* fault,
                            const std::optional<TimeZoneHeader>& time_zone,
                            const std::string& body);

/// What an operation's fault looks like with `--wrap-exceptions false`: a SOAP fault with WCF's
/// ExceptionDetail, HTTP 500.
SoapAnswer unwrapped_fault_answer(SoapVersion version, const Fault& fault);

/// `explain`: bodiless faults get a body all the same.
SoapAnswer platform_fault_answer(SoapVersion version, const PlatformFault& fault, bool explain);

}  // namespace emulator
