#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/conformance/contract.h"

namespace conformance {

/// A message that is to be sent. Parameters go in the order in which they are said.
class Call {
 public:
  /// \throws std::out_of_range when no service has the operation.
  explicit Call(std::string_view operation);

  Call& text(std::string_view name, std::string_view value);
  Call& number(std::string_view name, int value);
  Call& boolean(std::string_view name, bool value);
  Call& nil(std::string_view name);
  /// `inner` is XML whose prefix-less elements are of the services' namespace.
  Call& carrier(std::string_view name, std::string_view inner);
  /// ArrayOfstring and ArrayOfint.
  Call& strings(std::string_view name, const std::vector<std::string>& values);
  Call& numbers(std::string_view name, const std::vector<int>& values);
  /// XML as it stands among the parameters.
  Call& xml(std::string_view parameters);

  /// In place of the ticket of the run.
  Call& ticket(std::string_view ticket);
  Call& without_credentials();
  Call& application_token(std::string_view token);
  /// XML as it stands among the headers.
  Call& header(std::string_view xml);

  /// An empty one is sent as no header at all.
  Call& action(std::string_view action);
  Call& content_type(std::string_view type);
  /// The whole message, in place of the one that the rest of this makes.
  Call& message(std::string_view text);

  const Operation& operation() const { return operation_; }
  const std::optional<std::string>& own_ticket() const { return ticket_; }
  bool has_credentials() const { return has_credentials_; }
  const std::optional<std::string>& own_token() const { return token_; }

  std::map<std::string, std::string> http_headers() const;
  /// The ticket and token are those of the run; this call's own win.
  std::string envelope(const std::string& ticket, const std::string& token) const;

 private:
  const Operation& operation_;
  std::string parameters_;
  std::string headers_;
  std::optional<std::string> ticket_;
  std::optional<std::string> token_;
  bool has_credentials_;
  std::optional<std::string> action_;
  std::string content_type_ = "text/xml; charset=utf-8";
  std::optional<std::string> message_;
};

}  // namespace conformance
