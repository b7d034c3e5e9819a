#include "server/envelope/content_type.h"

#include <boost/algorithm/string/case_conv.hpp>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/algorithm/string/trim.hpp>
#include <boost/beast/http/rfc7230.hpp>

namespace emulator {

ContentType content_type_of(std::string_view header) {
  ContentType type;
  const std::size_t semicolon = header.find(';');
  type.media_type = boost::algorithm::to_lower_copy(
      boost::algorithm::trim_copy(std::string(header.substr(0, semicolon))));
  if (semicolon == std::string_view::npos) return type;
  const std::string_view rest = header.substr(semicolon);
  for (const auto& [name, value] : boost::beast::http::param_list({rest.data(), rest.size()})) {
    std::string text(value);
    if (boost::algorithm::iequals(name, "charset")) {
      type.charset = boost::algorithm::to_lower_copy(text);
    } else if (boost::algorithm::iequals(name, "action")) {
      type.action = std::move(text);
    }
  }
  return type;
}

}  // namespace emulator
