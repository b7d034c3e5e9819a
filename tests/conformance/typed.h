#pragma once

#include <soapBasicHttpBinding_USCOREUserProxy.h>

#include <memory>
#include <string>

#include "tests/conformance/session.h"

namespace conformance {

/// Calls through gSOAP's generated proxy, as a client written in C++ makes them: what the answers
/// hold must be what the generated types can take. HTTP goes the session's way.
class Typed {
 public:
  using Proxy = BasicHttpBinding_USCOREUserProxy;

  explicit Typed(Session& session);
  ~Typed();
  Typed(const Typed&) = delete;
  Typed& operator=(const Typed&) = delete;

  /// A value of the generated types, with their defaults, for as long as this lives.
  template <typename T>
  T& make() {
    T* value = new T();
    values_.push_back(std::shared_ptr<void>(value, [](void* old) { delete static_cast<T*>(old); }));
    return *value;
  }
  std::string* text(const std::string& value);

  /// `call(&Typed::Proxy::GetUser, request)`: the response, which lives as long as this.
  /// \throws Failure when the proxy takes the answer for an error.
  template <typename Request, typename Response>
  Response& call(int (Proxy::*operation)(const char*, const char*, Request*, Response&),
                 Request& request) {
    Response& response = make<Response>();
    begin();
    const int error = ((*proxy_).*operation)("http://target/", nullptr, &request, response);
    end(error);
    return response;
  }

  /// Of the last answer.
  bool succeeded() const;
  std::string exception_type() const;

 private:
  struct Exchange;

  void begin();
  void end(int error);

  Session& session_;
  std::unique_ptr<Exchange> exchange_;
  std::unique_ptr<Proxy> proxy_;
  std::vector<std::shared_ptr<void>> values_;
};

}  // namespace conformance
