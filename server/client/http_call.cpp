#include "server/client/http_call.h"

#include <algorithm>
#include <array>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <exception>
#include <stdexcept>
#include <string_view>

namespace emulator {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace ssl = boost::asio::ssl;
using Request = http::request<http::string_body>;

// Servers behind several proxies answer with more than Beast's 8 KiB.
constexpr std::uint32_t reply_head_max = 64 * 1024;

constexpr std::array<std::string_view, 13> connection_headers{"Host",
                                                              "Connection",
                                                              "Content-Length",
                                                              "Transfer-Encoding",
                                                              "Expect",
                                                              "TE",
                                                              "Keep-Alive",
                                                              "Proxy-Connection",
                                                              "Trailer",
                                                              "Upgrade",
                                                              "Accept-Encoding",
                                                              "Proxy-Authenticate",
                                                              "Proxy-Authorization"};

boost::urls::url_view parsed(const std::string& url) {
  const auto result = boost::urls::parse_uri(url);
  if (!result) throw boost::system::system_error(result.error());
  return *result;
}

Request request_of(const HttpCall& call, const boost::urls::url_view& url) {
  const std::string target(url.encoded_target());
  Request request{http::verb::get, target.empty() ? "/" : target, 11};
  request.method_string(call.method);
  request.set(http::field::host, std::string(url.encoded_host_and_port()));
  for (const auto& [name, value] : call.headers) request.insert(name, value);
  request.set(http::field::connection, "close");
  request.body() = call.body;
  request.prepare_payload();
  return request;
}

HttpReply reply_of(http::response<http::string_body> response) {
  HttpReply reply{response.result_int(), std::move(response.body()), {}};
  for (const auto& field : response) {
    const auto name = field.name_string();
    const auto value = field.value();
    reply.headers.emplace_back(std::string(name.data(), name.size()),
                               std::string(value.data(), value.size()));
  }
  return reply;
}

template <class Stream>
asio::awaitable<HttpReply> exchange(Stream& stream, const Request& request) {
  co_await http::async_write(stream, request, asio::use_awaitable);
  beast::flat_buffer buffer;
  http::response_parser<http::string_body> parser;
  parser.header_limit(reply_head_max);
  parser.body_limit(reply_max);
  if (request.method() == http::verb::head) parser.skip(true);
  co_await http::async_read(stream, buffer, parser, asio::use_awaitable);
  co_return reply_of(parser.release());
}

asio::awaitable<HttpReply> exchange_by_tls(beast::tcp_stream connected, const Request& request,
                                           const std::string& host, const Trust& trust) {
  beast::ssl_stream<beast::tcp_stream> stream(std::move(connected), trust.context());
  stream.set_verify_callback(ssl::host_name_verification(host));
  beast::error_code no_address;
  asio::ip::make_address(host, no_address);
  // A server with several names has a certificate for each; an address is no name (RFC 6066 3).
  // OpenSSL's own macro for this has casts of C in it.
  if (no_address && SSL_ctrl(stream.native_handle(), SSL_CTRL_SET_TLSEXT_HOSTNAME,
                             TLSEXT_NAMETYPE_host_name, std::string(host).data()) != 1) {
    throw beast::system_error(static_cast<int>(::ERR_get_error()), asio::error::get_ssl_category());
  }
  co_await stream.async_handshake(ssl::stream_base::client, asio::use_awaitable);
  co_return co_await exchange(stream, request);
}

}  // namespace

Trust::Trust(const std::string& file) : context_(ssl::context::tls_client) {
  context_.set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 |
                       ssl::context::no_tlsv1_1);
  context_.set_default_verify_paths();
  context_.set_verify_mode(ssl::verify_peer);
  if (file.empty()) return;
  beast::error_code error;
  context_.load_verify_file(file, error);
  if (error) throw std::runtime_error("no certificate can be read: " + error.message());
}

asio::awaitable<HttpReply> async_http_call(HttpCall call, std::chrono::milliseconds patience,
                                           const Trust& trust) {
  const boost::urls::url_view url = parsed(call.url);
  const bool is_secure = url.scheme_id() == boost::urls::scheme::https;
  const Request request = request_of(call, url);
  const std::string host(url.host_address());
  const std::string port = url.has_port() ? std::string(url.port()) : is_secure ? "443" : "80";
  beast::tcp_stream stream(co_await asio::this_coro::executor);
  stream.expires_after(patience);
  asio::ip::tcp::resolver resolver(stream.get_executor());
  const auto found = co_await resolver.async_resolve(host, port, asio::use_awaitable);
  co_await stream.async_connect(found, asio::use_awaitable);
  if (!is_secure) co_return co_await exchange(stream, request);
  co_return co_await exchange_by_tls(std::move(stream), request, host, trust);
}

HttpReply http_call(const HttpCall& call, std::chrono::milliseconds patience, const Trust& trust) {
  asio::io_context context;
  HttpReply reply;
  std::exception_ptr failure;
  asio::co_spawn(context, async_http_call(call, patience, trust),
                 [&](std::exception_ptr error, HttpReply got) {
                   failure = error;
                   reply = std::move(got);
                 });
  context.run();
  if (failure) std::rethrow_exception(failure);
  return reply;
}

bool is_connection_header(std::string_view name) {
  return std::ranges::any_of(connection_headers, [&](std::string_view one) {
    return boost::algorithm::iequals(one, name);
  });
}

}  // namespace emulator
