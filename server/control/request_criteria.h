#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/tenants/journal.h"

namespace emulator {

/// Which entries of a journal somebody asks for. All that is said must hold.
class RequestCriteria {
 public:
  /// A body such as
  /// `{"operation":"GetUserInfo","succeeded":true,"parameters":{"UserInfoId":"101"}}` or one of
  /// WireMock's: method, url, urlPattern, urlPath, urlPathPattern, headers, bodyPatterns. Empty:
  /// every entry. Throws Problem, which names the member, also for what is not known.
  static RequestCriteria of_body(std::string_view body);

  /// The parameters since, operation, associate, succeeded and error of a query. Throws Problem.
  static RequestCriteria of_query(const std::map<std::string, std::string, std::less<>>& query);

  /// Throws Problem when a regular expression takes too long.
  bool hold(const JournalEntry& entry) const;

  /// Those of the journal that they hold for, oldest first.
  std::vector<Journal::Entry> chosen(const Journal& journal) const;

 private:
  using Check = std::function<bool(const JournalEntry&)>;

  std::vector<Check> checks_;
};

}  // namespace emulator
