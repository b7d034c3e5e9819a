#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace emulator {

/// The two services that are emulated.
enum class Service { user, so_principal };

/// The services' name in URLs, actions and the WSDL: `User`, `SoPrincipal`.
std::string_view service_name(Service service);

/// Compared without regard to case, as IIS compares paths.
std::optional<Service> service_of(std::string_view name);

/// The one version that is built in, as it stands in URLs and namespaces.
inline constexpr std::string_view services_version = "Services86";
inline constexpr std::string_view services_namespace =
    "http://www.superoffice.net/ws/crm/NetServer/Services86";

/// The WSDL as it is kept in wsdl/, with the address that the published one has.
std::string_view wsdl_document(Service service);

/// The WSDL with its soap:address replaced.
std::string wsdl_with_address(Service service, std::string_view address);

}  // namespace emulator
