#include "server/control/facts.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "server/domain/assumptions.h"
#include "server/domain/fault_catalogue.h"
#include "server/operations/install.h"

using namespace emulator;

namespace {

boost::json::array listed_operations(const Operations& operations) {
  return boost::json::parse(operations_json(operations)).as_object().at("operations").as_array();
}

}  // namespace

TEST_CASE("Facts: all 84 operations are listed as the access table has them, in its order") {
  Operations operations;
  install_operations(operations);
  const auto list = listed_operations(operations);
  REQUIRE(list.size() == 84);
  REQUIRE(access_table().size() == 84);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const AccessRow& row = access_table()[i];
    CAPTURE(row.operation);
    const auto& fact = list[i].as_object();
    CHECK(fact.size() == 5);
    CHECK(fact.at("operation").as_string() == row.operation);
    CHECK(fact.at("access").as_string() == name_of(row.access));
    CHECK(fact.at("effect").as_string() == (row.effect == Effect::writes ? "writes" : "reads"));
    CHECK(fact.at("service").as_string() == (i < 79 ? "User" : "SoPrincipal"));
  }
  CHECK(list[0].as_object().at("operation").as_string() == "CreateDefaultServiceAuth");
}

TEST_CASE("Facts: an operation is listed as there when it has a handler") {
  Operations operations;
  install_operations(operations);
  for (const bool there : {true, false}) {
    operations.SetExternalUserInfo.is_implemented = there;
    int found = 0;
    for (const auto& one : listed_operations(operations)) {
      if (one.as_object().at("operation").as_string() != "SetExternalUserInfo") continue;
      ++found;
      CHECK(one.as_object().at("implemented").as_bool() == there);
    }
    CHECK(found == 1);
  }
}

TEST_CASE("Facts: every error is listed with type, text and evidence") {
  const auto list = boost::json::parse(errors_json()).as_object().at("errors").as_array();
  REQUIRE(list.size() == fault_catalogue().size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    const FaultEntry& entry = fault_catalogue()[i];
    CAPTURE(entry.id);
    CHECK(list[i].as_object() == boost::json::object{{"id", std::string(entry.id)},
                                                     {"exceptionType", "SuperOffice.Exceptions." +
                                                                           std::string(entry.type)},
                                                     {"message", std::string(entry.message)},
                                                     {"evidence", std::string(entry.evidence)}});
  }
  CHECK(list[0].as_object().at("exceptionType").as_string() ==
        "SuperOffice.Exceptions.SoSessionException");
}

TEST_CASE("Facts: every assumption is listed whole") {
  const auto list = boost::json::parse(assumptions_json()).as_object().at("assumptions").as_array();
  REQUIRE(list.size() == assumptions().size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    CHECK(list[i].as_object().at("id").as_string() == assumptions()[i].id);
    CHECK(list[i].as_object().at("answer").as_string() == assumptions()[i].answer);
    CHECK(list[i].as_object().at("check").as_string() == assumptions()[i].check);
  }
}
