#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/envelope/breach.h"
#include "server/envelope/content_type.h"
#include "server/envelope/contract.h"
#include "server/envelope/xml.h"

namespace emulator {

enum class SoapVersion { v1_1, v1_2 };

/// A message as it arrived.
struct SoapMessage {
  std::string_view content_type;                ///< The header's value.
  std::optional<std::string_view> soap_action;  ///< The header's value, quoted or not.
  std::string_view body;
};

/// Header TimeZone of a request.
struct TimeZoneHeader {
  int id = 0;
  std::optional<std::string> location_code;
};

/// What the Header says. None: absent or nil.
struct RequestHeaders {
  std::optional<std::string> application_token;
  std::optional<std::string> ticket;
  std::optional<TimeZoneHeader> time_zone;
};

/// Reads one message: everything but the parameters' values, which gSOAP reads from `payload`.
class RequestReader {
 public:
  RequestReader(Service service, ContractMode mode)
      : service_(service), contract_(Contract::of(service)), breaches_(mode) {}

  /// Throws a PlatformFault. What was found until then stays readable.
  void read(const SoapMessage& message);

  Service service() const { return service_; }
  SoapVersion version() const { return version_; }
  const std::vector<Breach>& breaches() const { return breaches_.list(); }
  /// Null before the operation is known.
  const ContractOperation* operation() const { return operation_; }
  const RequestHeaders& headers() const { return headers_; }
  /// The operation's element by itself, in UTF-8, in a plain form and with nothing in it that the
  /// contract lacks.
  const std::string& payload() const { return payload_; }

 private:
  void check_content_type(const SoapMessage& message);
  void find_parts(xmlNode* envelope);
  void adopt_misplaced_headers(xmlNode* envelope);
  void read_headers();
  void read_header(xmlNode* block);
  void refuse_if_mandatory(const xmlNode* block);
  void choose_operation(const SoapMessage& message);
  void check_schema();
  void check_schema(xmlNode* element);
  void copy_payload();

  Service service_;
  const Contract& contract_;
  Breaches breaches_;
  SoapVersion version_ = SoapVersion::v1_1;
  ContentType content_type_;
  xmlNode* header_ = nullptr;
  std::vector<xmlNode*> misplaced_;
  xmlNode* wrapper_ = nullptr;  ///< The Body's one element; null: an empty Body.
  const ContractOperation* operation_ = nullptr;
  std::set<std::string> seen_headers_;
  RequestHeaders headers_;
  std::string payload_;
};

/// The namespace of an envelope of this version.
std::string_view envelope_namespace(SoapVersion version);

}  // namespace emulator
