#include "server/control/fault_json.h"

#include <algorithm>
#include <boost/json/value.hpp>
#include <optional>
#include <string>

#include "server/control/delay_json.h"
#include "server/control/json_body.h"
#include "server/control/problem.h"
#include "server/domain/fault_catalogue.h"
#include "server/tenants/fault_text.h"

namespace emulator {
namespace {

using boost::json::object;
using boost::json::value;

constexpr std::uint64_t count_max = 1'000'000'000;

struct OwnMember {
  std::string_view name;
  DisturbanceKind kind;
};
constexpr OwnMember own_members[] = {
    {"error", DisturbanceKind::exception},   {"exceptionType", DisturbanceKind::exception},
    {"message", DisturbanceKind::exception}, {"message", DisturbanceKind::fault},
    {"status", DisturbanceKind::status},     {"contentType", DisturbanceKind::content_type},
};

const value* find(const object& from, std::string_view name) {
  return from.if_contains({name.data(), name.size()});
}

std::string text_of(const value& given, const std::string& field) {
  constexpr std::size_t size_max = 2000;
  const std::string text = given.is_string() ? std::string(given.as_string()) : "";
  const bool is_plain =
      std::ranges::none_of(text, [](unsigned char c) { return c < ' ' || c == 0x7F; });
  // The last two characters of the first plane are none of XML.
  const bool is_xml =
      text.find("\xEF\xBF\xBE") == std::string::npos && text.find("\xEF\xBF\xBF") == text.npos;
  if (text.empty() || text.size() > size_max || !is_plain || !is_xml) {
    throw Problem{400, field, field + " is a text of 1 to 2000 bytes without control characters"};
  }
  return text;
}

std::uint64_t whole_of(const object& body, const std::string& field, std::uint64_t least,
                       std::uint64_t most, std::uint64_t otherwise) {
  const value* given = find(body, field);
  if (given == nullptr) return otherwise;
  boost::system::error_code failure;
  const auto number = given->to_number<std::uint64_t>(failure);
  if (failure || number < least || number > most) {
    throw Problem{
        400, field,
        field + " is a whole number, " + std::to_string(least) + " to " + std::to_string(most)};
  }
  return number;
}

std::string operation_of(const object& body, const Operations& operations) {
  const value* given = find(body, "operation");
  if (given == nullptr) return {};
  bool is_known = false;
  operations.for_each([&](const OperationInfo& info) {
    is_known = is_known || (given->is_string() && given->as_string() == std::string(info.name));
  });
  if (!is_known) {
    throw Problem{400, "operation",
                  "operation is one of /__admin/operations, such as GetUserInfo; without it the "
                  "fault is for all of them"};
  }
  return std::string(given->as_string());
}

DisturbanceKind kind_of(const object& body) {
  const value* given = find(body, "kind");
  std::optional<DisturbanceKind> kind;
  if (given != nullptr && given->is_string()) {
    kind = disturbance_kind_of(std::string(given->as_string()));
  }
  if (!kind) {
    throw Problem{400, "kind",
                  "kind is one of exception, fault, status, delay, hang, reset, empty, truncate, "
                  "garble, content-type"};
  }
  return *kind;
}

void check_own_members(const object& body, DisturbanceKind kind) {
  for (const OwnMember& own : own_members) {
    if (find(body, own.name) == nullptr) continue;
    std::string kinds;
    bool is_of_kind = false;
    for (const OwnMember& other : own_members) {
      if (other.name != own.name) continue;
      is_of_kind = is_of_kind || other.kind == kind;
      kinds += (kinds.empty() ? "" : " or ") + std::string(name_of(other.kind));
    }
    if (is_of_kind) continue;
    const std::string name(own.name);
    throw Problem{400, name, "only a fault of kind " + kinds + " has " + name};
  }
}

void read_exception(const object& body, Disturbance& disturbance) {
  const value* error = find(body, "error");
  const value* type = find(body, "exceptionType");
  if ((error == nullptr) == (type == nullptr)) {
    throw Problem{400, error == nullptr ? "error" : "exceptionType",
                  "an exception has error (an id of /__admin/errors) or exceptionType, and not "
                  "both"};
  }
  if (error != nullptr) {
    disturbance.error = error->is_string() ? std::string(error->as_string()) : "";
    if (std::ranges::find(fault_catalogue(), disturbance.error, &FaultEntry::id) ==
        fault_catalogue().end()) {
      throw Problem{400, "error", "error is an id of /__admin/errors, such as user-name-taken"};
    }
    return;
  }
  disturbance.exception_type = text_of(*type, "exceptionType");
  const bool is_name = std::ranges::all_of(disturbance.exception_type, [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
           c == '.' || c == '+';
  });
  if (!is_name || disturbance.exception_type.find('.') == std::string::npos) {
    throw Problem{400, "exceptionType",
                  "exceptionType is a full .NET name, such as "
                  "SuperOffice.Exceptions.SoNotFoundException"};
  }
}

}  // namespace

FaultScript fault_script_of(std::string_view text, const Operations& operations) {
  const object body =
      object_of(text, {"operation", "kind", "error", "exceptionType", "message", "status",
                       "contentType", "delayMs", "delay", "after", "times", "probability"});
  FaultScript script;
  script.operation = operation_of(body, operations);
  Disturbance& disturbance = script.disturbance;
  disturbance.kind = kind_of(body);
  check_own_members(body, disturbance.kind);
  if (disturbance.kind == DisturbanceKind::exception) read_exception(body, disturbance);
  if (const value* given = find(body, "message")) disturbance.message = text_of(*given, "message");
  disturbance.status = static_cast<int>(whole_of(body, "status", 200, 599, 503));
  if (const value* given = find(body, "contentType")) {
    disturbance.content_type = text_of(*given, "contentType");
    if (std::ranges::any_of(disturbance.content_type, [](char c) { return c < ' ' || c > '~'; })) {
      throw Problem{400, "contentType", "contentType is of ASCII, such as text/html"};
    }
  }
  if (const auto delay = delay_of(body)) {
    disturbance.delay = *delay;
  } else if (disturbance.kind == DisturbanceKind::delay) {
    throw Problem{400, "delayMs", "a fault of kind delay has delayMs or delay"};
  }
  script.after = whole_of(body, "after", 0, count_max, 0);
  script.times = whole_of(body, "times", 0, count_max, 1);
  const value* probability = find(body, "probability");
  if (probability != nullptr) script.probability = number_of(*probability, "probability", 1);
  return script;
}

object fault_json(const FaultScript& script) {
  const Disturbance& disturbance = script.disturbance;
  object json{{"id", script.id}};
  if (!script.operation.empty()) json["operation"] = script.operation;
  json["kind"] = std::string(name_of(disturbance.kind));
  if (!disturbance.error.empty()) json["error"] = disturbance.error;
  if (!disturbance.exception_type.empty()) json["exceptionType"] = disturbance.exception_type;
  if (!disturbance.message.empty()) json["message"] = disturbance.message;
  if (disturbance.kind == DisturbanceKind::status) json["status"] = disturbance.status;
  if (disturbance.kind == DisturbanceKind::content_type) {
    json["contentType"] = disturbance.content_type;
  }
  add_delay(json, disturbance.delay);
  json["after"] = script.after;
  json["times"] = script.times;
  json["probability"] = number_json(script.probability);
  json["seen"] = script.seen;
  json["consumed"] = script.consumed;
  return json;
}

}  // namespace emulator
