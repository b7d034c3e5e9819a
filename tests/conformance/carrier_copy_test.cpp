#include "tests/conformance/carrier_copy.h"

#include <doctest/doctest.h>

#include "tests/conformance/expect.h"

namespace conformance {
namespace {

const std::string user =
    "<Response xmlns=\"" + std::string(services_uri) + "\" xmlns:i=\"" + std::string(instance_uri) +
    "\" xmlns:b=\"" + std::string(arrays_uri) +
    "\"><Name>A &amp; B</Name><Role><Id>4</Id><Value/></Role><UserGroup i:nil=\"true\"/>"
    "<Columns><b:string>x</b:string></Columns></Response>";

std::string copied(const Changes& changes) {
  const Document document = parse_xml(user);
  return copy_of(root_of(document), changes);
}

TEST_CASE("Carrier copy: all members come in their order, in the prefixes of a call") {
  CHECK(copied({}) ==
        "<Name>A &amp; B</Name><Role><Id>4</Id><Value></Value></Role>"
        "<UserGroup xsi:nil=\"true\"/><Columns><a:string>x</a:string></Columns>");
}

TEST_CASE("Carrier copy: members are changed or left out by their path") {
  CHECK(copied({{"Name", "C"},
                {"Role/Id", "5"},
                {"Role/Value", std::nullopt},
                {"UserGroup", "<Id>1</Id>"},
                {"Columns", std::nullopt}}) ==
        "<Name>C</Name><Role><Id>5</Id></Role><UserGroup><Id>1</Id></UserGroup>");
}

TEST_CASE("Carrier copy: a path that is not there is told") {
  CHECK_THROWS_WITH_AS(copied({{"Rank", "1"}}), "the carrier has no member Rank", Failure);
}

}  // namespace
}  // namespace conformance
