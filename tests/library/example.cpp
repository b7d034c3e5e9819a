#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

#include <boost/asio/ip/tcp.hpp>
#include <iterator>
#include <string>

#include "server/emulator_server.h"

/// Stands for the client that you test: the whole answer to a log-in.
std::string logged_in(const emulator::Server& server, const std::string& password) {
  const std::string ns = "http://www.superoffice.net/ws/crm/NetServer/Services86";
  const std::string body =
      "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>"
      "<AuthenticateUsernamePassword xmlns='" +
      ns + "'><UserName>ADM0</UserName><Password>" + password +
      "</Password></AuthenticateUsernamePassword></s:Body></s:Envelope>";
  boost::asio::ip::tcp::iostream http("127.0.0.1", std::to_string(server.port()));
  http << "POST /Remote/Services86/SoPrincipal.svc HTTP/1.1\r\nHost: localhost\r\n"
       << "Content-Type: text/xml; charset=utf-8\r\nSOAPAction: \"" << ns
       << "/SoPrincipal/AuthenticateUsernamePassword\"\r\nConnection: close\r\n"
       << "Content-Length: " << body.size() << "\r\n\r\n"
       << body;
  return {std::istreambuf_iterator<char>(http), {}};
}

TEST_CASE("The client gets a ticket for the right password only") {
  emulator::ServerOptions options;
  options.storage.random_seed = 1;
  const emulator::Server server{options};  // Answers from here on, at server.base_url().
  CHECK(logged_in(server, "adm0").find("<Ticket>7T:") != std::string::npos);
  CHECK(logged_in(server, "wrong").find("<Ticket>7T:") == std::string::npos);
}  // Stops.
