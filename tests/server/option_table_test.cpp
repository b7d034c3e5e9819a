#include "server/option_table.h"

#include <doctest/doctest.h>

#include <set>

namespace emulator {
namespace {

/// The setting after `value` was given, as it is shown; "refused" when it was not taken.
std::string after(const std::string& name, const std::string& value) {
  const auto* spec = find_option(name);
  REQUIRE(spec != nullptr);
  Settings settings;
  return spec->set(settings, value) ? spec->show(settings) : "refused";
}

TEST_CASE("Option table: names are unique and in kebab-case") {
  std::set<std::string> names;
  for (const auto& spec : option_table()) {
    CAPTURE(spec.name);
    CHECK(names.insert(spec.name).second);
    CHECK(spec.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string::npos);
    CHECK(find_option(spec.name) == &spec);
  }
  CHECK(find_option("no-such-option") == nullptr);
  CHECK(find_option("") == nullptr);
}

TEST_CASE("Option table: every option has what help and messages need") {
  for (const auto& spec : option_table()) {
    CAPTURE(spec.name);
    CHECK_FALSE(spec.group.empty());
    CHECK_FALSE(spec.value_name.empty());
    CHECK_FALSE(spec.help.empty());
    CHECK_FALSE(spec.allowed.empty());
  }
}

TEST_CASE("Option table: every default is a value that can be given") {
  for (const auto& spec : option_table()) {
    CAPTURE(spec.name);
    const auto shown = spec.show(Settings{});
    CHECK(after(spec.name, shown) == shown);
  }
}

TEST_CASE("Option table: defaults") {
  struct Case {
    std::string name, value;
  };
  const std::vector<Case> cases{{"bind", "127.0.0.1"},
                                {"port", "8086"},
                                {"port-file", ""},
                                {"public-url", ""},
                                {"data", ""},
                                {"durability", "normal"},
                                {"seed", "small"},
                                {"tenants-max", "1000"},
                                {"random-seed", ""},
                                {"mode", "onsite"},
                                {"application-token", ""},
                                {"allowed-user-types", "employee,external,system"},
                                {"anonymous-user", ""},
                                {"wrap-exceptions", "true"},
                                {"contract", "lenient"},
                                {"emulator-headers", "on"},
                                {"password-hash-cost", "min"},
                                {"admin-token", ""},
                                {"no-admin", "false"},
                                {"journal-entries", "1000"},
                                {"journal-bytes", "16MiB"},
                                {"no-redact", "false"},
                                {"time", ""},
                                {"workers", "0"},
                                {"body-limit", "4MiB"},
                                {"connections-max", "10000"},
                                {"header-timeout-ms", "10000"},
                                {"idle-timeout-ms", "120000"},
                                {"stop-timeout-ms", "2000"},
                                {"log-level", "info"},
                                {"log-format", "text"}};
  CHECK(cases.size() == option_table().size());
  for (const auto& one : cases) {
    CAPTURE(one.name);
    CHECK(find_option(one.name)->show(Settings{}) == one.value);
  }
}

TEST_CASE("Option table: values at and beyond the edges") {
  struct Case {
    std::string name;
    std::vector<std::string> taken, refused;
  };
  const std::vector<Case> cases{
      {"bind", {"0.0.0.0", "::1"}, {"", "localhost"}},
      {"port", {"0", "65535"}, {"", "-1", "65536", "http"}},
      {"port-file", {"", "a file"}, {}},
      {"public-url", {"", "https://crm.example"}, {"crm.example"}},
      {"data", {"", "a directory"}, {}},
      {"durability", {"normal", "full", "off"}, {"", "Normal"}},
      {"seed", {"small", "demo", "empty", "a/b.json", "kept.sqlite"}, {"", "large", "a.JSON"}},
      {"tenants-max", {"1", "1000000"}, {"0", "1000001"}},
      {"random-seed", {"", "0", "9223372036854775807"}, {"-1", "9223372036854775808", "x"}},
      {"mode", {"onsite", "online"}, {"", "cloud"}},
      {"allowed-user-types", {"employee", "external,anonymous"}, {"", "nobody"}},
      {"anonymous-user", {"", "ANON"}, {}},
      {"wrap-exceptions", {"true", "false"}, {"", "on", "1"}},
      {"contract", {"lenient", "warn", "strict"}, {"", "loose"}},
      {"emulator-headers", {"on", "off"}, {"", "true"}},
      {"password-hash-cost", {"min", "interactive", "moderate"}, {"", "max"}},
      {"workers", {"0", "1024"}, {"-1", "1025"}},
      {"body-limit", {"1", "1GiB"}, {"0", "2GiB"}},
      {"connections-max", {"1", "1000000"}, {"0", "1000001"}},
      {"header-timeout-ms", {"1", "86400000"}, {"0", "86400001"}},
      {"idle-timeout-ms", {"1", "86400000"}, {"0", "86400001"}},
      {"stop-timeout-ms", {"1", "86400000"}, {"0", "86400001"}},
      {"log-level", {"trace", "debug", "info", "warn", "error", "off"}, {"", "warning"}},
      {"log-format", {"text", "json"}, {"", "xml"}}};
  for (const auto& one : cases) {
    CAPTURE(one.name);
    for (const auto& value : one.taken) CHECK(after(one.name, value) == value);
    for (const auto& value : one.refused) CHECK(after(one.name, value) == "refused");
  }
}

TEST_CASE("Option table: a refused value leaves the setting alone") {
  const std::set<std::string> take_any_text{"data", "port-file", "anonymous-user"};
  Settings settings;
  settings.storage.random_seed = 1;
  for (const auto& spec : option_table()) {
    if (take_any_text.contains(spec.name)) continue;
    CAPTURE(spec.name);
    const auto before = spec.show(settings);
    CHECK_FALSE(spec.set(settings, "no, such: value"));
    CHECK(spec.show(settings) == before);
  }
}

void give(Settings& settings, const char* name, const char* value) {
  REQUIRE(find_option(name)->set(settings, value));
}

TEST_CASE("Option table: each option changes the setting that it names") {
  Settings settings;
  give(settings, "bind", "::1");
  give(settings, "port", "1");
  give(settings, "port-file", "p");
  give(settings, "data", "d");
  give(settings, "durability", "full");
  give(settings, "seed", "empty");
  give(settings, "tenants-max", "2");
  give(settings, "random-seed", "7");
  give(settings, "workers", "3");
  give(settings, "body-limit", "1KiB");
  give(settings, "connections-max", "4");
  give(settings, "header-timeout-ms", "5");
  give(settings, "idle-timeout-ms", "6");
  give(settings, "stop-timeout-ms", "7");
  give(settings, "log-level", "off");
  give(settings, "log-format", "json");

  const auto& storage = settings.storage;
  const auto& transport = settings.transport;
  CHECK(transport.bind == "::1");
  CHECK(transport.port == 1);
  CHECK(transport.port_file == "p");
  CHECK(storage.data_directory == "d");
  CHECK(storage.durability == "full");
  CHECK(storage.seed == "empty");
  CHECK(storage.tenants_max == 2);
  CHECK(storage.random_seed == 7);
  CHECK(transport.workers == 3);
  CHECK(transport.body_limit == 1024);
  CHECK(transport.connections_max == 4);
  CHECK(transport.header_timeout == std::chrono::milliseconds(5));
  CHECK(transport.idle_timeout == std::chrono::milliseconds(6));
  CHECK(transport.stop_timeout == std::chrono::milliseconds(7));
  CHECK(settings.log.level == "off");
  CHECK(settings.log.format == "json");
}

TEST_CASE("Option table: each option of the service changes the setting that it names") {
  Settings settings;
  give(settings, "public-url", "http://h/");
  give(settings, "mode", "online");
  give(settings, "application-token", "a,b:restricted");
  give(settings, "allowed-user-types", "system,anonymous");
  give(settings, "anonymous-user", "ANON");
  give(settings, "wrap-exceptions", "false");
  give(settings, "contract", "strict");
  give(settings, "emulator-headers", "off");
  give(settings, "password-hash-cost", "moderate");

  const ServiceSettings& service = settings.service;
  CHECK(service.public_url == "http://h");
  CHECK(service.mode == InstallationMode::online);
  REQUIRE(service.application_tokens.size() == 2);
  CHECK(service.application_tokens[0].token == "a");
  CHECK_FALSE(service.application_tokens[0].restricted);
  CHECK(service.application_tokens[1].token == "b");
  CHECK(service.application_tokens[1].restricted);
  CHECK(service.allowed_user_types ==
        std::set{store::AssociateType::system, store::AssociateType::anonymous});
  CHECK(service.anonymous_user == "ANON");
  CHECK_FALSE(service.wrap_exceptions);
  CHECK(service.contract == ContractMode::strict);
  CHECK_FALSE(service.emulator_headers);
  CHECK(service.hash_cost == HashCost::moderate);
}

TEST_CASE("Option table: an empty --data means in memory") {
  Settings settings;
  settings.storage.data_directory = "d";
  REQUIRE(find_option("data")->set(settings, ""));
  CHECK_FALSE(settings.storage.data_directory);
}

TEST_CASE("Option table: an empty --random-seed means unpredictable") {
  Settings settings;
  settings.storage.random_seed = 7;
  REQUIRE(find_option("random-seed")->set(settings, ""));
  CHECK_FALSE(settings.storage.random_seed);
}

TEST_CASE("Option table: application tokens are never shown") {
  CHECK(after("application-token", "secret,hidden:restricted") == "***,***:restricted");
  CHECK(find_option("application-token")->secret);
}

TEST_CASE("Option table: environment names are upper snake case") {
  CHECK(environment_name("port") == "NSEMU_PORT");
  CHECK(environment_name("header-timeout-ms") == "NSEMU_HEADER_TIMEOUT_MS");
}

}  // namespace
}  // namespace emulator
