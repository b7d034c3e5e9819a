#include "server/transport/journaling.h"

#include "server/domain/utf8_text.h"
#include "server/envelope/parameter_texts.h"
#include "server/gate/disturbing.h"
#include "server/gate/redaction.h"
#include "server/gate/secret_names.h"
#include "server/gate/secret_spans.h"

namespace emulator {
namespace {

std::string text_of(boost::beast::string_view text) { return {text.data(), text.size()}; }

std::string_view kept_part(std::string_view body) { return body.substr(0, Journal::body_max); }

// Without elements there is no telling where a secret stands: JSON, forms.
bool looks_like_xml(std::string_view body) {
  const std::string text = utf8_text(body.substr(0, 64));
  const auto first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first == std::string::npos || text[first] == '<';
}

std::string blanked_request(std::string_view body) {
  return looks_like_xml(body) ? blanked_message(body) : "***";
}

// A query has no part in these services: `?Password=...` is a mistake, and a secret.
std::string blanked_target(const std::string& target) {
  const auto question = target.find('?');
  const std::string path = without_tickets(target.substr(0, question));
  return question == std::string::npos ? path : path + "?***";
}

template <class Message>
JournalMessage message_of(const Message& message, bool redact) {
  JournalMessage kept;
  for (const auto& field : message) {
    const std::string name = text_of(field.name_string());
    const std::string value = text_of(field.value());
    const std::string safe = is_secret_header(name) ? "***" : without_tickets(value);
    kept.headers.emplace_back(name, redact ? safe : value);
  }
  kept.body_size = message.body().size();
  const std::string_view part = kept_part(message.body());
  kept.body = redact ? blanked_request(part) : std::string(part);
  return kept;
}

// What was put into the middle may stand within a tag, and the secret behind it would not be found.
std::string blanked_garbled(const std::string& body, const Disturbance& disturbance) {
  SoapAnswer answer;
  spoil(answer, disturbance);
  std::string whole = body;
  whole.erase((body.size() - answer.body.size()) / 2, answer.body.size());
  answer.body = blanked_message(kept_part(whole));
  spoil(answer, disturbance);
  return answer.body;
}

// Platform faults quote what they could not read.
bool quotes_the_request(const GateAnswer& answer) {
  return !answer.error.empty() && answer.exception_type.empty();
}

std::string blanked_answer(const std::string& body, const GateAnswer& answer,
                           const std::string& request) {
  const bool is_garbled = answer.disturbance && answer.disturbance->kind == DisturbanceKind::garble;
  const std::string safe =
      is_garbled ? blanked_garbled(body, *answer.disturbance) : blanked_message(kept_part(body));
  return quotes_the_request(answer) ? without_secrets(safe, request) : safe;
}

// Nobody knows what another server quotes.
std::string blanked_foreign(const std::string& body, const std::string& request) {
  return without_secrets(blanked_message(kept_part(body)), request);
}

std::vector<std::pair<std::string, std::string>> parameters_of(const GateAnswer& answer,
                                                               bool redact) {
  auto parameters = parameter_texts(answer.payload);
  for (auto& [name, text] : parameters) {
    if (redact && !text.empty() && is_secret_parameter(name, text)) text = "***";
    if (text.size() > Journal::body_max) text.resize(Journal::body_max);
  }
  return parameters;
}

}  // namespace

JournalEntry journal_entry(Service service, const HttpRequest& request,
                           const HttpResponse& response, const GateAnswer& answer,
                           const std::optional<UpstreamOutcome>& upstream) {
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
  entry.parameters = parameters_of(answer, redact);
  entry.breaches = answer.breaches;
  entry.method = text_of(request.method_string());
  const std::string target = text_of(request.target());
  entry.target = redact ? blanked_target(target) : target;
  entry.request = message_of(request, redact);
  entry.answer = message_of(response, redact);
  entry.upstream = upstream;
  if (redact) {
    const bool is_ours = !upstream || !upstream->was_given;
    entry.answer.body = is_ours ? blanked_answer(response.body(), answer, request.body())
                                : blanked_foreign(response.body(), request.body());
  }
  return entry;
}

}  // namespace emulator
