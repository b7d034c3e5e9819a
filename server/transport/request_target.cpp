#include "server/transport/request_target.h"

#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/split.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

namespace emulator {

using boost::algorithm::iequals;
using boost::algorithm::istarts_with;

std::optional<RequestTarget> request_target_of(std::string_view target) {
  const auto parsed = target.starts_with('/') ? boost::urls::parse_origin_form(target)
                                              : boost::urls::parse_absolute_uri(target);
  if (!parsed) return std::nullopt;
  RequestTarget result;
  const boost::urls::url_view url = *parsed;
  result.authority = std::string(url.encoded_host_and_port());
  for (const auto& segment : url.segments()) {
    const std::string text(segment);
    if (text == ".." || text.find('/') != std::string::npos ||
        text.find('\0') != std::string::npos) {
      return std::nullopt;
    }
    if (!text.empty()) result.segments.push_back(text);
  }
  result.query = std::string(url.encoded_query());
  return result;
}

std::optional<ServicePath> service_path_of(const RequestTarget& target) {
  constexpr std::string_view extension = ".svc";
  const auto& segments = target.segments;
  if (segments.size() < 3 || segments.size() > 4) return std::nullopt;
  const std::size_t remote = segments.size() - 3;
  const std::string& file = segments.back();
  if (!iequals(segments[remote], "Remote") || !istarts_with(segments[remote + 1], "Services") ||
      !boost::algorithm::iends_with(file, extension)) {
    return std::nullopt;
  }
  return ServicePath{remote == 0 ? "" : segments[0], segments[remote + 1],
                     file.substr(0, file.size() - extension.size())};
}

bool has_query(const RequestTarget& target, std::string_view name) {
  std::vector<std::string> parts;
  boost::algorithm::split(parts, target.query, boost::algorithm::is_any_of("&"));
  for (const std::string& part : parts) {
    if (iequals(part.substr(0, part.find('=')), name)) return true;
  }
  return false;
}

}  // namespace emulator
