#include "server/config_json.h"

#include <doctest/doctest.h>

#include <boost/json.hpp>

#include "server/option_table.h"

using namespace emulator;

TEST_CASE("Config JSON: every setting is there once, in the table's order, with its origin") {
  Settings settings;
  settings.transport.port = 9;
  const auto list = boost::json::parse(config_json(settings, {{"port", "flag"}})).at("settings");
  REQUIRE(list.as_array().size() == option_table().size());
  for (std::size_t i = 0; i < option_table().size(); ++i) {
    const OptionSpec& spec = option_table()[i];
    CAPTURE(spec.name);
    const auto& one = list.as_array()[i].as_object();
    CHECK(one.at("name").as_string() == spec.name);
    CHECK(std::string(one.at("value").as_string()) == spec.show(settings));
    CHECK(one.at("origin").as_string() == (spec.name == "port" ? "flag" : "program"));
  }
}

TEST_CASE("Config JSON: secrets are blanked") {
  Settings settings;
  settings.admin.token = "secret-1";
  settings.service.application_tokens = {{"secret-2", true}};
  const std::string text = config_json(settings);
  CHECK(text.find("secret") == std::string::npos);
  CHECK(text.find(R"("name":"admin-token","value":"***")") != std::string::npos);
}
