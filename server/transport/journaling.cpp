#include "server/transport/journaling.h"

#include <array>
#include <boost/algorithm/string/predicate.hpp>

#include "server/envelope/parameter_texts.h"
#include "server/gate/redaction.h"

namespace emulator {
namespace {

constexpr std::array<std::string_view, 4> secret_headers{"Authorization", "Proxy-Authorization",
                                                         "Cookie", "Set-Cookie"};

bool is_secret_header(std::string_view name) {
  for (const std::string_view one : secret_headers) {
    if (boost::algorithm::iequals(one, name)) return true;
  }
  return false;
}

template <class Message>
JournalMessage message_of(const Message& message, bool redact) {
  JournalMessage kept;
  for (const auto& field : message) {
    const std::string name(field.name_string().data(), field.name_string().size());
    const std::string value(field.value().data(), field.value().size());
    kept.headers.emplace_back(name, redact && is_secret_header(name) ? "***" : value);
  }
  kept.body_size = message.body().size();
  kept.body = redact ? blanked_message(message.body()) : message.body();
  return kept;
}

std::string text_of(boost::beast::string_view text) { return {text.data(), text.size()}; }

}  // namespace

JournalEntry journal_entry(Service service, const HttpRequest& request,
                           const HttpResponse& response, const GateAnswer& answer) {
  const bool redact = answer.tenant->journal.settings().redact;
  JournalEntry entry;
  entry.time = date_time_text(answer.now) + "Z";
  entry.tenant = answer.tenant->name;
  entry.service = service_name(service);
  entry.operation = answer.operation;
  entry.associate_id = answer.associate_id;
  entry.associate = answer.associate;
  entry.succeeded = answer.succeeded;
  entry.status = static_cast<int>(response.result_int());
  entry.outcome = answer.outcome;
  entry.exception_type = answer.exception_type;
  entry.error = answer.error;
  entry.fault = answer.fault;
  entry.elapsed_ms = answer.elapsed_ms;
  entry.parameters = parameter_texts(answer.payload);
  if (redact) {
    for (auto& [name, text] : entry.parameters) {
      if (is_secret_parameter(name, text)) text = "***";
    }
  }
  entry.breaches = answer.breaches;
  entry.method = text_of(request.method_string());
  entry.target = text_of(request.target());
  entry.request = message_of(request, redact);
  entry.answer = message_of(response, redact);
  return entry;
}

}  // namespace emulator
