#include "server/upstream/upstream.h"

#include <spdlog/spdlog.h>

#include <boost/algorithm/string/join.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/system/system_error.hpp>
#include <utility>

#include "server/client/replay.h"
#include "server/envelope/service.h"
#include "server/gate/redaction.h"
#include "server/gate/secret_spans.h"

namespace emulator {
namespace {

HttpReply blanked(const HttpReply& reply) {
  return {reply.status, blanked_message(reply.body), {}};
}

}  // namespace

void Upstream::reach() const {
  http_call({"GET", settings_.url + "/Remote/" + std::string(services_version) + "/User.svc"},
            settings_.patience, trust_);
}

boost::asio::awaitable<UpstreamAnswer> Upstream::ask(HttpCall call, std::string operation,
                                                     HttpReply ours) {
  const std::string message = call.body;
  call.url = settings_.url + path_from_remote(call.url);
  call.body = tickets_.for_theirs(message);
  UpstreamAnswer answer = co_await sent(std::move(call));
  if (answer.reply) {
    tickets_.learn(answer.reply->body, ours.body);
    answer.outcome.status = static_cast<int>(answer.reply->status);
    answer.outcome.differences = differences(*answer.reply, ours, message);
  }
  tally_.add(operation, answer.outcome);
  const auto& lines = answer.outcome.differences;
  if (!lines.empty()) {
    spdlog::info("{} differs from the real server, 1 of {}: {}", operation, lines.size(),
                 lines.front());
  }
  co_return answer;
}

boost::asio::awaitable<UpstreamAnswer> Upstream::sent(HttpCall call) const {
  UpstreamAnswer answer;
  try {
    answer.reply = co_await async_http_call(std::move(call), settings_.patience, trust_);
  } catch (const boost::system::system_error& error) {
    answer.outcome.differences = {"no answer: " + error.code().message()};
  }
  co_return answer;
}

std::vector<std::string> Upstream::differences(const HttpReply& theirs, const HttpReply& ours,
                                               std::string_view message) const {
  std::vector<std::string> lines =
      reply_differences(blanked(theirs), blanked(ours), settings_.ignored, "here");
  if (lines.empty()) return lines;
  const std::size_t count = lines.size();
  if (count > differences_max) {
    lines.resize(differences_max);
    lines.push_back("and " + std::to_string(count - differences_max) + " more");
  }
  // Complaints quote what they could not read. All lines at once, since a message can be long; that
  // character is in no XML.
  const std::string safe = without_secrets(boost::algorithm::join(lines, "\x01"), message);
  boost::algorithm::split(lines, safe, [](char c) { return c == '\x01'; });
  return lines;
}

}  // namespace emulator
