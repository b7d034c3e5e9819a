#include "server/healthcheck.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>
#include <iostream>

namespace emulator {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

constexpr std::chrono::seconds patience{3};

/// One GET. The calls are chained and asynchronous because only those have time-outs.
class Question {
 public:
  explicit Question(const std::string& url) : url_(boost::urls::parse_uri(url).value()) {
    request_ = {http::verb::get, std::string(url_.encoded_path()) + "/health/ready", 11};
    request_.set(http::field::host, std::string(url_.encoded_host_and_port()));
    request_.set(http::field::connection, "close");
  }

  /// The status of the answer. Throws when there is none.
  unsigned ask() {
    const std::string port = url_.has_port() ? std::string(url_.port()) : "80";
    asio::ip::tcp::resolver resolver(context_);
    stream_.expires_after(patience);
    stream_.async_connect(resolver.resolve(url_.host_address(), port),
                          [this](beast::error_code error, const auto&) { write(error); });
    context_.run();
    if (failure_) throw beast::system_error(failure_);
    return response_.result_int();
  }

 private:
  void write(beast::error_code error) {
    failure_ = error;
    if (error) return;
    http::async_write(stream_, request_,
                      [this](beast::error_code failure, std::size_t) { read(failure); });
  }

  void read(beast::error_code error) {
    failure_ = error;
    if (error) return;
    http::async_read(stream_, buffer_, response_,
                     [this](beast::error_code failure, std::size_t) { failure_ = failure; });
  }

  boost::urls::url_view url_;
  asio::io_context context_;
  beast::tcp_stream stream_{context_};
  beast::flat_buffer buffer_;
  http::request<http::empty_body> request_;
  http::response<http::string_body> response_;
  beast::error_code failure_;
};

}  // namespace

ExitCode healthcheck(const std::string& url) {
  try {
    const unsigned status = Question(url).ask();
    if (status == 200) return ExitCode::fine;
    std::cerr << "nsemu: " << url << "/health/ready answers " << status << "\n";
    return ExitCode::failed;
  } catch (const beast::system_error& error) {
    std::cerr << "nsemu: " << url << " does not answer: " << error.code().message() << "\n";
    return ExitCode::target_unreachable;
  }
}

}  // namespace emulator
