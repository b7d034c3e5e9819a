#include "server/upstream/ticket_pairs.h"

#include <boost/algorithm/string/trim.hpp>

#include "server/envelope/message_parser.h"
#include "server/envelope/platform_fault.h"
#include "server/envelope/xml.h"
#include "server/gate/secret_spans.h"

namespace emulator {
namespace {

/// Of the first element Ticket that has text; empty: there is none. Messages are not deep.
std::string ticket_below(const xmlNode* element) {
  for (const xmlNode* child : child_elements(element)) {
    if (xml_text(child->name) == "Ticket") {
      const std::string text = boost::algorithm::trim_copy(xml_content(child));
      if (!text.empty()) return text;
    }
    const std::string text = ticket_below(child);
    if (!text.empty()) return text;
  }
  return "";
}

std::string ticket_of(std::string_view answer) {
  try {
    return ticket_below(xmlDocGetRootElement(parse_message(answer).get()));
  } catch (const PlatformFault&) {
    return "";
  }
}

}  // namespace

void TicketPairs::learn(std::string_view answer_of_theirs, std::string_view answer_of_ours) {
  const std::string theirs = ticket_of(answer_of_theirs);
  const std::string ours = theirs.empty() ? "" : ticket_of(answer_of_ours);
  if (ours.empty()) return;
  const std::scoped_lock lock(mutex_);
  if (std::exchange(ours_[theirs], ours) == ours) return;
  theirs_[ours] = theirs;
  order_.emplace_back(theirs, ours);
  if (order_.size() <= most) return;
  const auto& [oldest_of_theirs, oldest_of_ours] = order_.front();
  forget(ours_, oldest_of_theirs, oldest_of_ours);
  forget(theirs_, oldest_of_ours, oldest_of_theirs);
  order_.pop_front();
}

void TicketPairs::forget(Map& tickets, const std::string& ticket, const std::string& partner) {
  const auto known = tickets.find(ticket);
  if (known != tickets.end() && known->second == partner) tickets.erase(known);
}

std::string TicketPairs::for_ours(std::string_view message) const {
  return replaced(message, ours_);
}

std::string TicketPairs::for_theirs(std::string_view message) const {
  return replaced(message, theirs_);
}

// A ticket stands in its header, or in place of a user name: where secrets do.
std::string TicketPairs::replaced(std::string_view message, const Map& tickets) const {
  const auto spans = secret_spans(message);
  const std::scoped_lock lock(mutex_);
  std::string text;
  std::size_t done = 0;
  for (const SecretSpan& span : spans) {
    const std::string_view secret = message.substr(span.begin, span.end - span.begin);
    const auto pair = tickets.find(boost::algorithm::trim_copy(std::string(secret)));
    if (pair == tickets.end()) continue;
    text += message.substr(done, span.begin - done);
    text += xml_escaped(pair->second);
    done = span.end;
  }
  text += message.substr(done);
  return text;
}

}  // namespace emulator
