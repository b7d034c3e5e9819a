#include "server/client/replay.h"

#include <boost/algorithm/string/find.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/system/system_error.hpp>
#include <chrono>
#include <ostream>
#include <regex>

#include "server/client/answer_difference.h"
#include "server/client/http_call.h"
#include "server/envelope/message_parser.h"
#include "server/envelope/service.h"

namespace emulator {
namespace {

constexpr std::chrono::seconds patience{30};

std::string log_in_message(const ReplaySettings& settings) {
  return R"(<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>)"
         "<AuthenticateUsernamePassword xmlns=\"" +
         std::string(services_namespace) + "\"><UserName>" + xml_escaped(settings.user) +
         "</UserName><Password>" + xml_escaped(settings.password) +
         "</Password></AuthenticateUsernamePassword></s:Body></s:Envelope>";
}

std::string ticket_of(const ReplaySettings& settings, const Trust& trust) {
  if (!settings.ticket.empty() || settings.user.empty()) return settings.ticket;
  const std::string uri(services_namespace);
  const HttpReply reply =
      http_call({"POST",
                 settings.target + "/Remote/" + std::string(services_version) + "/SoPrincipal.svc",
                 {{"Content-Type", "text/xml; charset=utf-8"},
                  {"SOAPAction", "\"" + uri + "/SoPrincipal/AuthenticateUsernamePassword\""}},
                 log_in_message(settings)},
                patience, trust);
  std::smatch ticket;
  if (!std::regex_search(reply.body, ticket, std::regex("<(?:[\\w.-]+:)?Ticket>([^<]+)<"))) {
    throw std::runtime_error("the target refuses the log-in of " + settings.user);
  }
  return ticket[1];
}

std::string with_ticket(const std::string& body, const std::string& ticket) {
  if (ticket.empty()) return body;
  static const std::regex element("(<(?:[\\w.-]+:)?Ticket(?:\\s[^>]*)?>)([^<]*)(</)");
  // Two digits: a ticket begins with one.
  return std::regex_replace(body, element, "$01" + xml_escaped(ticket) + "$03");
}

std::string name_of(const RecordedExchange& exchange) {
  for (const auto& [name, value] : exchange.headers) {
    if (boost::algorithm::iequals(name, "SOAPAction")) {
      const std::string action = value.substr(value.rfind('/') + 1);
      return action.substr(0, action.find('"'));
    }
  }
  return exchange.method + " " + exchange.target;
}

}  // namespace

std::string without_remote(std::string url) {
  if (boost::algorithm::iends_with(url, "/Remote")) url.erase(url.rfind('/'));
  return url;
}

std::string path_from_remote(const std::string& target) {
  const auto found = boost::algorithm::ifind_first(target, "/Remote/");
  return found.empty() ? target : std::string(found.begin(), target.end());
}

ReplayCount replay(const std::vector<RecordedExchange>& exchanges, const ReplaySettings& settings,
                   std::ostream& report) {
  const Trust trust(settings.ca_file);
  const std::string ticket = ticket_of(settings, trust);
  bool is_there = !ticket.empty() && settings.ticket.empty();  // It has let somebody in.
  ReplayCount count;
  int number = 0;
  for (const RecordedExchange& exchange : exchanges) {
    const std::string name = std::to_string(++number) + " " + name_of(exchange);
    const std::string body = with_ticket(exchange.body, ticket);
    if (!exchange.is_whole || body.find("***") != std::string::npos) {
      ++count.skipped;
      report << name << ": left out, "
             << (exchange.is_whole ? "it holds a secret that was blanked" : "it was clipped")
             << "\n";
      continue;
    }
    std::vector<std::string> lines;
    try {
      const HttpReply reply =
          http_call({exchange.method, settings.target + path_from_remote(exchange.target),
                     exchange.headers, body},
                    patience, trust);
      lines = reply_differences({exchange.status, exchange.answer}, reply, settings.ignored);
      is_there = true;
    } catch (const boost::system::system_error& error) {
      // One that is reset, or hangs, is an answer of a server that is there.
      if (!is_there) throw;
      lines = {"no answer: " + error.code().message()};
    }
    ++(lines.empty() ? count.alike : count.different);
    for (const std::string& line : lines) report << name << ": " << line << "\n";
  }
  return count;
}

}  // namespace emulator
