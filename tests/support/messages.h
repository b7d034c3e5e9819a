#pragma once

#include <string>

namespace emulator::testing {

/// A SOAP 1.1 envelope with default namespaces, as WCF clients send it: `header` are the blocks of
/// the Header, `body` is what the Body holds; both as XML.
std::string envelope(const std::string& header, const std::string& body);

/// The operation's element with `parameters` (XML, in the default namespace) in it.
std::string wrapper(const std::string& operation, const std::string& parameters);

/// `<Credentials><Ticket>...`; empty for an empty ticket.
std::string credentials(const std::string& ticket);

/// `<name>text</name>`, the text escaped.
std::string element(const std::string& name, const std::string& text);

/// The SOAPAction of an operation of User or SoPrincipal, without quotes.
std::string action(const std::string& service, const std::string& operation);

inline constexpr const char* services_uri =
    "http://www.superoffice.net/ws/crm/NetServer/Services86";

}  // namespace emulator::testing
