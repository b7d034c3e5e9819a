#include "server/envelope/service.h"

#include <boost/algorithm/string/predicate.hpp>

#include "server/envelope/xml.h"

namespace emulator {
namespace {

// Made by server/envelope/CMakeLists.txt from wsdl/.
constexpr char user_wsdl[] =
#include "user_wsdl.inc"
    ;
constexpr char so_principal_wsdl[] =
#include "so_principal_wsdl.inc"
    ;

}  // namespace

std::string_view service_name(Service service) {
  return service == Service::user ? "User" : "SoPrincipal";
}

std::optional<Service> service_of(std::string_view name) {
  for (const Service service : {Service::user, Service::so_principal}) {
    if (boost::algorithm::iequals(name, service_name(service))) return service;
  }
  return std::nullopt;
}

std::string_view wsdl_document(Service service) {
  // With their sizes: finding the end of a text this long is too much for a constant expression.
  return service == Service::user
             ? std::string_view(user_wsdl, sizeof user_wsdl - 1)
             : std::string_view(so_principal_wsdl, sizeof so_principal_wsdl - 1);
}

std::string wsdl_with_address(Service service, std::string_view address) {
  constexpr std::string_view before = "<soap:address location=\"";
  std::string document(wsdl_document(service));
  const std::size_t start = document.find(before) + before.size();
  document.replace(start, document.find('"', start) - start, xml_escaped(address));
  return document;
}

}  // namespace emulator
