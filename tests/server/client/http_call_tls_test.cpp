#include <doctest/doctest.h>

#include <boost/system/system_error.hpp>
#include <fstream>

#include "server/client/http_call.h"
#include "tests/support/program.h"
#include "tests/support/tls_server.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

constexpr std::chrono::seconds patience{10};

/// A server, and a client that trusts some certificate.
struct Secured {
  explicit Secured(const std::string& name) : own(self_signed(name)), server(own) {}

  HttpReply get(const std::string& host, const Certificate& trusted) const {
    const std::string file = scratch.path("ca.pem").string();
    std::ofstream(file) << trusted.certificate;
    return http_call({"GET", "https://" + host + ":" + std::to_string(server.port()) + "/a?b"},
                     patience, Trust(file));
  }

  const ScratchDirectory scratch;
  const Certificate own;
  const TlsServer server;
};

std::string failure(const std::function<void()>& call) {
  try {
    call();
  } catch (const boost::system::system_error& error) {
    return error.code().message();
  }
  return "none";
}

}  // namespace

TEST_CASE("HTTP call: https, where an authority of the file has signed the host's certificate") {
  for (const auto& [name, host] :
       {std::pair{"DNS:localhost", "localhost"}, std::pair{"IP:127.0.0.1", "127.0.0.1"}}) {
    CAPTURE(host);
    const Secured secured(name);
    const HttpReply reply = secured.get(host, secured.own);
    CHECK(reply.status == 200);
    CHECK(reply.body == "/a?b");
  }
}

TEST_CASE("HTTP call: a certificate of an unknown authority, or for another host, is refused") {
  const Secured secured("DNS:localhost");
  const auto refused = [&](const std::string& host, const Certificate& trusted) {
    return failure([&] { secured.get(host, trusted); }).find("certificate verify failed") !=
           std::string::npos;
  };
  CHECK(refused("localhost", self_signed("DNS:localhost")));
  CHECK(refused("127.0.0.1", secured.own));
  CHECK(
      failure([&] {
        http_call({"GET", "https://localhost:" + std::to_string(secured.server.port())}, patience);
      }).find("certificate verify failed") != std::string::npos);
}

TEST_CASE("HTTP call: a file of authorities without any is refused") {
  const ScratchDirectory scratch;
  CHECK_THROWS_AS(Trust(scratch.path("none.pem").string()), std::runtime_error);
  std::ofstream(scratch.path("bad.pem")) << "no certificate";
  CHECK_THROWS_AS(Trust(scratch.path("bad.pem").string()), std::runtime_error);
}

TEST_CASE("HTTP call: a server that does not speak TLS is an error") {
  const ScratchDirectory scratch;
  const RunningServer server;
  CHECK(failure([&] {
          http_call({"GET", "https://127.0.0.1:" + std::to_string(server.port())}, patience);
        }) != "none");
}
