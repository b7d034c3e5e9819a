#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace emulator {

/// What a request asks for, with escapes resolved.
struct RequestTarget {
  std::vector<std::string> segments;  ///< Of the path, empty ones left out.
  std::string query;                  ///< Without the question mark.
  std::string authority;              ///< Of an absolute target, which some proxies and PHP send.
};

/// Empty when the target is no URL, or its path holds NUL, `..` or an escaped slash.
std::optional<RequestTarget> request_target_of(std::string_view target);

/// A target of the form `[TENANT/]Remote/ServicesNN/NAME.svc`.
struct ServicePath {
  std::string tenant;    ///< As written; empty: none.
  std::string services;  ///< Such as `Services86`.
  std::string name;      ///< Such as `User`, without `.svc`.
};

/// Compared without regard to case, as IIS does. Empty for other paths.
std::optional<ServicePath> service_path_of(const RequestTarget& target);

/// Whether the query is this name, alone or among others, without regard to case: `?WSDL`.
bool has_query(const RequestTarget& target, std::string_view name);

}  // namespace emulator
