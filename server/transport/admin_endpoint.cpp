#include "server/transport/admin_endpoint.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/url/authority_view.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/parse_query.hpp>
#include <boost/url/url_view.hpp>

#include "server/control/api_page.h"
#include "server/control/json_body.h"
#include "server/control/problem.h"
#include "server/domain/secrets.h"
#include "server/transport/responses.h"

namespace emulator {
namespace {

namespace http = boost::beast::http;

std::string_view field_of(const HttpRequest& request, std::string_view name) {
  const auto value = request[boost::beast::string_view(name.data(), name.size())];
  return {value.data(), value.size()};
}

// Of each parameter the last one counts.
std::map<std::string, std::string, std::less<>> query_of(const RequestTarget& target,
                                                         const AdminRoute& route) {
  std::map<std::string, std::string, std::less<>> query;
  const auto parsed = boost::urls::parse_query(target.query);
  if (!parsed) throw Problem{400, "", "the query is not that of a URL"};
  for (const auto& parameter : boost::urls::params_view(*parsed)) {
    if (std::ranges::find(route.query, parameter.key, &AdminQuery::name) == route.query.end()) {
      throw Problem{400, parameter.key, "this address has no such parameter"};
    }
    query[parameter.key] = parameter.value;
  }
  return query;
}

/// Nobody can have such a name in the public DNS: an address, one of a single part, such as a
/// container's, and those of domains that are kept for such use (RFC 6761, RFC 6762, and ICANN's
/// `internal`).
bool is_local_host(const boost::urls::authority_view& host) {
  if (host.host_type() != boost::urls::host_type::name) return true;
  const std::string name = host.host_name();
  const auto dot = name.rfind('.');
  if (dot == std::string::npos) return true;
  constexpr std::array<std::string_view, 4> domains{"localhost", "local", "internal", "test"};
  return std::ranges::any_of(domains, [&](std::string_view domain) {
    return boost::algorithm::iequals(std::string_view(name).substr(dot + 1), domain);
  });
}

std::string public_host(const ServiceSettings& settings) {
  const auto url = boost::urls::parse_uri(settings.public_url);
  return url ? url->host_name() : std::string();
}

HttpAnswer to_http(AdminAnswer answer) {
  HttpAnswer response = http_answer(static_cast<http::status>(answer.status), answer.content_type,
                                    std::move(answer.body));
  response.set(http::field::cache_control, "no-store");
  response.set("X-Content-Type-Options", "nosniff");
  if (answer.content_type.starts_with("text/html")) {
    response.set("Content-Security-Policy", api_page_policy());
  }
  if (!answer.file_name.empty()) {
    response.set(http::field::content_disposition,
                 "attachment; filename=\"" + answer.file_name + "\"");
  }
  if (answer.more) {
    response.delivery.manner = Delivery::Manner::stream;
    response.delivery.more = std::move(answer.more);
  }
  return response;
}

/// What the work gives, or the problem that it throws.
HttpAnswer with_problems(const std::function<HttpAnswer()>& work) {
  try {
    return work();
  } catch (const Problem& problem) {
    return problem_answer(problem);
  } catch (const NoSuchTenant& refusal) {
    return problem_answer({404, "tenant", std::string("No such tenant: ") + refusal.what()});
  } catch (const std::exception& error) {
    // A damaged file, or a full disk: who may control the server may know.
    spdlog::error("answering /__admin failed: {}", error.what());
    return problem_answer({500, "", error.what()});
  }
}

boost::asio::awaitable<HttpAnswer> served_slowly(const AdminRoute& route, AdminRequest call) {
  co_return with_problems([&] { return to_http(route.serve(call)); });
}

bool is_this_machine(const Peer& peer) {
  boost::system::error_code error;
  return boost::asio::ip::make_address(peer.address, error).is_loopback() && !error;
}

}  // namespace

HttpAnswer AdminEndpoint::answer(const HttpRequest& request, const RequestTarget& target,
                                 const Peer& peer) {
  return with_problems([&] {
    check_caller(request, target);
    return served(request, target, peer);
  });
}

/// Throws Problem.
void AdminEndpoint::check_caller(const HttpRequest& request, const RequestTarget& target) const {
  if (!settings_.enabled) throw Problem{404, "", "the server runs with --no-admin"};
  const bool is_health =
      target.segments.size() == 2 && boost::algorithm::iequals(target.segments[1], "health");
  // A browser that is on another site sends its name along: it must not reach what runs here.
  const std::string_view origin = field_of(request, "Origin");
  if (!origin.empty() && !origin.ends_with("://" + std::string(field_of(request, "Host")))) {
    throw Problem{403, "", "pages of other sites are refused (header Origin)"};
  }
  if (settings_.token.empty()) {
    check_site(request);
    if (!is_health) check_host(request);
    return;
  }
  const std::string_view given = field_of(request, "Authorization");
  if (!is_health && !same_secret(given, "Bearer " + settings_.token)) {
    throw Problem{401, "", "the header Authorization must be `Bearer ` and the --admin-token"};
  }
}

/// A picture in another site's page; a link there may be followed. Throws Problem.
void AdminEndpoint::check_site(const HttpRequest& request) {
  const std::string_view site = field_of(request, "Sec-Fetch-Site");
  if ((site == "cross-site" || site == "same-site") &&
      field_of(request, "Sec-Fetch-Mode") != "navigate") {
    throw Problem{403, "", "pages of other sites are refused (header Sec-Fetch-Site)"};
  }
}

/// A name that anybody can point at this machine (DNS rebinding) would make another site's page one
/// of ours; and a browser that reads by such a name does not tell that it is one. Throws Problem.
void AdminEndpoint::check_host(const HttpRequest& request) const {
  const auto host = boost::urls::parse_authority(field_of(request, "Host"));
  if (host && (is_local_host(*host) ||
               boost::algorithm::iequals(host->host_name(), public_host(gate_.settings())))) {
    return;
  }
  throw Problem{403, "",
                "the header Host is a name that anybody could point here: come by localhost, by an "
                "address, by a name without a dot or by the name in --public-url, or start the "
                "server with an --admin-token"};
}

HttpAnswer AdminEndpoint::served(const HttpRequest& request, const RequestTarget& target,
                                 const Peer& peer) {
  const auto method = request.method_string();
  const auto match = find_admin_route({method.data(), method.size()}, target.segments);
  if (!match) {
    throw Problem{404, "", "There is no such address. /__admin/openapi.json has them all."};
  }
  if (match->route == nullptr) {
    HttpAnswer answer = problem_answer({405, "", "This address answers " + match->allowed + "."});
    answer.set(http::field::allow, match->allowed);
    return answer;
  }
  // A body that nobody looks at would be a mistake that nobody tells.
  const bool changes = request.method() == http::verb::post || request.method() == http::verb::put;
  if (changes && match->route->body_example.empty()) object_of(request.body(), {});
  AdminRequest call{gate_,
                    match->tenant,
                    match->names,
                    query_of(target, *match->route),
                    request.body(),
                    start_,
                    &host_,
                    host_.has_token || is_this_machine(peer),
                    match->names_tenant};
  const AdminRoute& route = *match->route;
  if (!route.is_slow || !host_.slow) return to_http(route.serve(call));
  HttpAnswer answer;
  answer.later = [slow = host_.slow, &route, call] {
    return boost::asio::co_spawn(slow, served_slowly(route, call), boost::asio::use_awaitable);
  };
  return answer;
}

}  // namespace emulator
