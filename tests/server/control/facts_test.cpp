#include "server/control/facts.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "server/domain/assumptions.h"
#include "server/operations/install.h"

using namespace emulator;

namespace {

boost::json::object fact_of(const boost::json::array& list, const char* operation) {
  for (const auto& one : list) {
    if (one.as_object().at("operation").as_string() == operation) return one.as_object();
  }
  return {};
}

}  // namespace

TEST_CASE("Facts: all 84 operations are listed with who may call them and what they do") {
  Operations operations;
  install_operations(operations);
  const auto list =
      boost::json::parse(operations_json(operations)).as_object().at("operations").as_array();
  CHECK(list.size() == 84);
  CHECK(fact_of(list, "SetExternalUserInfo") ==
        boost::json::object{{"service", "User"},
                            {"operation", "SetExternalUserInfo"},
                            {"access", "manage-external-users"},
                            {"effect", "writes"},
                            {"implemented", true}});
  CHECK(fact_of(list, "GetUser").at("access").as_string() == "ticket");
  CHECK(fact_of(list, "GetUser").at("effect").as_string() == "reads");
  CHECK(fact_of(list, "GetSystemInfo").at("access").as_string() == "anyone");
  operations.SaveUser.is_implemented = false;
  const auto without =
      boost::json::parse(operations_json(operations)).as_object().at("operations").as_array();
  CHECK_FALSE(fact_of(without, "SaveUser").at("implemented").as_bool());
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
