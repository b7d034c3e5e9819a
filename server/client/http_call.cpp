#include "server/client/http_call.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

namespace emulator {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

/// The calls are chained and asynchronous because only those have time-outs.
class Conversation {
 public:
  Conversation(const HttpCall& call, std::chrono::milliseconds patience)
      : url_(boost::urls::parse_uri(call.url).value()), patience_(patience) {
    const std::string target(url_.encoded_target());
    request_ = {http::verb::get, target.empty() ? "/" : target, 11};
    request_.method_string(call.method);
    request_.set(http::field::host, std::string(url_.encoded_host_and_port()));
    for (const auto& [name, value] : call.headers) request_.set(name, value);
    request_.set(http::field::connection, "close");
    request_.body() = call.body;
    request_.prepare_payload();
    response_.body_limit(boost::none);
  }

  HttpReply reply() {
    const std::string port = url_.has_port() ? std::string(url_.port()) : "80";
    asio::ip::tcp::resolver resolver(context_);
    stream_.expires_after(patience_);
    stream_.async_connect(resolver.resolve(url_.host_address(), port),
                          [this](beast::error_code error, const auto&) { write(error); });
    context_.run();
    if (failure_) throw beast::system_error(failure_);
    return {response_.get().result_int(), std::move(response_.get().body())};
  }

 private:
  void write(beast::error_code error) {
    failure_ = error;
    if (error) return;
    stream_.expires_after(patience_);
    http::async_write(stream_, request_,
                      [this](beast::error_code failure, std::size_t) { read(failure); });
  }

  void read(beast::error_code error) {
    failure_ = error;
    if (error) return;
    stream_.expires_after(patience_);
    http::async_read(stream_, buffer_, response_,
                     [this](beast::error_code failure, std::size_t) { failure_ = failure; });
  }

  boost::urls::url_view url_;
  const std::chrono::milliseconds patience_;
  asio::io_context context_;
  beast::tcp_stream stream_{context_};
  beast::flat_buffer buffer_;
  http::request<http::string_body> request_;
  http::response_parser<http::string_body> response_;
  beast::error_code failure_;
};

}  // namespace

HttpReply http_call(const HttpCall& call, std::chrono::milliseconds patience) {
  return Conversation(call, patience).reply();
}

}  // namespace emulator
