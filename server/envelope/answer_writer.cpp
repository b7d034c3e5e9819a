#include "server/envelope/answer_writer.h"

#include "server/envelope/xml.h"

namespace emulator {
namespace {

constexpr const char* dispatcher =
    "http://schemas.microsoft.com/net/2005/12/windowscommunicationfoundation/dispatcher";
constexpr const char* service_model = "http://schemas.datacontract.org/2004/07/System.ServiceModel";
constexpr const char* xsi = "http://www.w3.org/2001/XMLSchema-instance";

std::string* owned(SoapContext& context, const std::string& text) {
  std::string* copy = soap_new_std__string(context.get());
  *copy = text;
  return copy;
}

SoapAnswer answer(SoapVersion version, int status, const std::string& header,
                  const std::string& body) {
  SoapAnswer made;
  made.status = status;
  made.content_type = version == SoapVersion::v1_1 ? "text/xml; charset=utf-8"
                                                   : "application/soap+xml; charset=utf-8";
  made.body = "<s:Envelope xmlns:s=\"" + std::string(envelope_namespace(version)) +
              "\" xmlns:xsi=\"" + xsi + "\">" + header + "<s:Body>" + body +
              "</s:Body></s:Envelope>";
  return made;
}

std::string nil_header(const std::string& name) {
  return "<h:" + name + " xsi:nil=\"true\" xmlns:h=\"" + std::string(services_namespace) + "\"/>";
}

so__SoExceptionInfo* exception_info(SoapContext& context, const Fault& fault) {
  so__SoExceptionInfo* info = soap_new_so__SoExceptionInfo(context.get());
  info->Message = owned(context, fault.message);
  info->FriendlyText = owned(context, fault.message);
  info->ExceptionType = owned(context, fault.type);
  // The REST twin of the service shows this source (documented).
  info->Source = owned(context, "SuperOffice.Services.Implementation");
  if (fault.parameters.empty()) return info;
  info->Parameters = soap_new_so__SoExceptionInfoParameters(context.get());
  auto& pairs = info->Parameters->SoExceptionInfoParametersKeyValuePair;
  for (const auto& [key, value] : fault.parameters) {
    auto& pair = pairs.emplace_back();
    pair.Key = owned(context, key);
    pair.Value = owned(context, value);
  }
  return info;
}

std::string time_zone_header(SoapContext& context, const TimeZoneHeader& time_zone) {
  so__SoTimeZone* wire = soap_new_so__SoTimeZone(context.get());
  wire->SoTimeZoneId = time_zone.id;
  if (time_zone.location_code) {
    wire->SoTimeZoneLocationCode = owned(context, *time_zone.location_code);
  }
  return context.written(*wire, "so:TimeZone");
}

struct FaultText {
  std::string code;
  std::string code_namespace;
  bool callers_mistake = true;
  std::string text;
  std::string detail_type;  ///< .NET type; empty: no detail.
};

std::string exception_detail(const FaultText& fault) {
  if (fault.detail_type.empty()) return {};
  return std::string("<ExceptionDetail xmlns=\"") + service_model +
         "\"><HelpLink xsi:nil=\"true\"/><InnerException xsi:nil=\"true\"/><Message>" +
         xml_escaped(fault.text) + "</Message><StackTrace xsi:nil=\"true\"/><Type>" +
         xml_escaped(fault.detail_type) + "</Type></ExceptionDetail>";
}

std::string fault_1_1(const FaultText& fault) {
  const std::string code =
      fault.code_namespace.empty()
          ? "<faultcode>s:" + fault.code + "</faultcode>"
          : "<faultcode xmlns:a=\"" + fault.code_namespace + "\">a:" + fault.code + "</faultcode>";
  const std::string detail = exception_detail(fault);
  return "<s:Fault>" + code + "<faultstring xml:lang=\"en-US\">" + xml_escaped(fault.text) +
         "</faultstring>" + (detail.empty() ? "" : "<detail>" + detail + "</detail>") +
         "</s:Fault>";
}

std::string fault_1_2(const FaultText& fault) {
  const bool is_own_code = fault.code == "MustUnderstand";
  const std::string code =
      is_own_code ? "MustUnderstand" : (fault.callers_mistake ? "Sender" : "Receiver");
  const std::string subcode = fault.code_namespace.empty()
                                  ? ""
                                  : "<s:Subcode><s:Value xmlns:a=\"" + fault.code_namespace +
                                        "\">a:" + fault.code + "</s:Value></s:Subcode>";
  const std::string detail = exception_detail(fault);
  return "<s:Fault><s:Code><s:Value>s:" + code + "</s:Value>" + subcode +
         "</s:Code><s:Reason><s:Text xml:lang=\"en-US\">" + xml_escaped(fault.text) +
         "</s:Text></s:Reason>" + (detail.empty() ? "" : "<s:Detail>" + detail + "</s:Detail>") +
         "</s:Fault>";
}

SoapAnswer fault_answer(SoapVersion version, int status, const FaultText& fault) {
  return answer(version, status, "",
                version == SoapVersion::v1_1 ? fault_1_1(fault) : fault_1_2(fault));
}

}  // namespace

SoapAnswer operation_answer(SoapContext& context, SoapVersion version, const Fault* fault,
                            const std::optional<TimeZoneHeader>& time_zone,
                            const std::string& body) {
  const std::string uri(services_namespace);
  std::string header = "<s:Header>";
  header += fault == nullptr
                ? nil_header("ExceptionInfo")
                : context.written(*exception_info(context, *fault), "so:ExceptionInfo");
  header += nil_header("ExtraInfo");  // A-EXTRA-INFO.
  header += "<h:Succeeded xmlns:h=\"" + uri + "\">" + (fault == nullptr ? "true" : "false") +
            "</h:Succeeded>";
  header += time_zone ? time_zone_header(context, *time_zone) : nil_header("TimeZone");
  return answer(version, 200, header + "</s:Header>", body);
}

SoapAnswer unwrapped_fault_answer(SoapVersion version, const Fault& fault) {
  return fault_answer(version, 500,
                      {"InternalServiceFault", dispatcher, fault.blame == Fault::Blame::caller,
                       fault.message, fault.type});
}

SoapAnswer platform_fault_answer(SoapVersion version, const PlatformFault& fault, bool explain) {
  SoapAnswer made;
  if (!fault.bodiless || explain) {
    const bool is_unreadable = fault.code == "DeserializationFailed";
    made = fault_answer(
        version, fault.status,
        {fault.code, fault.code_namespace, fault.callers_mistake, fault.text,
         is_unreadable ? "System.ServiceModel.Dispatcher.NetDispatcherFaultException" : ""});
  }
  made.status = fault.status;
  made.http_reason = fault.http_reason;
  return made;
}

}  // namespace emulator
