#pragma once

#include <map>
#include <stdexcept>
#include <string>

namespace conformance {

/// Nothing answered: no connection, no HTTP, no answer in time, or a certificate that is not
/// trusted. Its text is libcurl's.
class Unreachable : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

struct HttpRequest {
  std::string method = "POST";
  std::string url;
  std::map<std::string, std::string> headers;
  std::string body;
};

struct HttpAnswer {
  int status = 0;
  /// By their names in small letters.
  std::map<std::string, std::string> headers;
  std::string body;

  /// Empty when the answer does not have it.
  std::string header(const std::string& name) const;
};

/// Sends HTTP and HTTPS by libcurl, over connections that stay open. For one thread.
class Http {
 public:
  /// An empty file means the system's certificates.
  explicit Http(std::string ca_file);
  ~Http();
  Http(const Http&) = delete;
  Http& operator=(const Http&) = delete;

  /// No redirect is followed. \throws Unreachable after at most 30 seconds.
  HttpAnswer send(const HttpRequest& request);

 private:
  void* curl_;
  std::string ca_file_;
};

}  // namespace conformance
