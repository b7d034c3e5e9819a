#include "tests/conformance/normalised.h"

#include <doctest/doctest.h>

namespace conformance {
namespace {

HttpAnswer answered(const std::string& body) {
  return {200,
          {{"content-type", "text/xml"}},
          "<E xmlns:i='http://www.w3.org/2001/XMLSchema-instance'>" + body + "</E>"};
}

TEST_CASE("Normalised: a line a text, nil and empty, with its place") {
  CHECK(normalised(answered("<B><a>1</a><a>2</a><b i:nil='true'/><c/></B>"), {}) ==
        "HTTP 200\nContent-Type = 'text/xml'\nB/a = '1'\nB/a[2] = '2'\nB/b = nil\nB/c = ''\n");
  CHECK(normalised({400, {}, ""}, {}) == "HTTP 400\nContent-Type = ''\nno body\n");
  CHECK(normalised({500, {}, "x"}, {}) == "HTTP 500\nContent-Type = ''\na body that is no XML\n");
}

TEST_CASE("Normalised: two runs are alike in what is only theirs") {
  const auto lines = [](const std::string& prefix, int id) {
    return normalised(
        answered("<B><Name>" + prefix + "-3</Name><Id>" + std::to_string(id) + "</Id><Message>" +
                 std::to_string(id) + " not found</Message><Total>10011</Total><Created>" +
                 (id == 1001 ? "2026-01-01T00:00:00" : "2026-02-02T00:00:00") + "</Created></B>"),
        {prefix, {id}});
  };
  CHECK(lines("conform-a1", 1001) == lines("conform-b2", 2002));
  CHECK(lines("conform-a1", 1001).find("B/Total = '10011'") != std::string::npos);
  CHECK(normalised(answered("<Lastlogin>0001-01-01T00:00:00</Lastlogin>"), {}).find("0001-01-01") !=
        std::string::npos);
}

TEST_CASE(
    "Normalised: a name of the run is known with its number, an id only where it stands alone") {
  const auto line = [](const std::string& text) {
    return normalised(answered("<a>" + text + "</a>"), {"conform-a1", {7}});
  };
  CHECK(line("Conform CONFORM-A1-12, conform-a1-x").find("'Conform {run}, {run}-x'") !=
        std::string::npos);
  CHECK(line("7, 77, a7, (7) 99999999999").find("'{id}, 77, a7, ({id}) 99999999999'") !=
        std::string::npos);
}

TEST_CASE("Normalised: no ticket, password or secret is kept, raw neither") {
  const HttpAnswer answer = answered(
      "<B><Ticket>7T:hush</Ticket><Password>sesame\"&amp;</Password><SecretValue>psst</SecretValue>"
      "<SetGeneratedPasswordResponse><Response>gen3rated</Response></SetGeneratedPasswordResponse>"
      "<Credential><Type><Type>CRM5/PASSWORD</Type></Type><Value>h4sh</Value></Credential>"
      "<Name>7T:hush</Name></B>");
  for (const std::string& text : {normalised(answer, {}), without_secrets(answer)}) {
    for (const auto* secret : {"sesame", "psst", "gen3rated", "h4sh", "<Ticket>7T"}) {
      CAPTURE(secret);
      CHECK(text.find(secret) == std::string::npos);
    }
  }
  CHECK(without_secrets(answer).find("7T:hush") == std::string::npos);
  CHECK(without("a 7T:x, 7T:x", {"7T:x", ""}) == "a ***, ***");
}

}  // namespace
}  // namespace conformance
