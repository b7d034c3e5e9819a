#include "server/options.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "server/option_table.h"
#include "tests/server/parsed_options.h"

namespace emulator {
namespace {

using testing::parse, testing::usage_error;

/// A file that goes away with the test.
struct ConfigFile {
  explicit ConfigFile(const std::string& text)
      : path((std::filesystem::temp_directory_path() /
              ("nsemu_options_test_" + std::to_string(getpid())))
                 .string()) {
    std::ofstream(path) << text;
  }
  ~ConfigFile() {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
  }
  ConfigFile(const ConfigFile&) = delete;
  ConfigFile& operator=(const ConfigFile&) = delete;

  std::string path;
};

TEST_CASE("Options: healthcheck asks --url, else where this configuration would serve") {
  CHECK(parse({"healthcheck"}).health_url == "http://127.0.0.1:8086");
  CHECK(parse({"healthcheck"}, {{"NSEMU_PORT", "9000"}}).health_url == "http://127.0.0.1:9000");
  CHECK(parse({"healthcheck", "--bind", "0.0.0.0"}).health_url == "http://localhost:8086");
  CHECK(parse({"healthcheck", "--bind", "::1"}).health_url == "http://[::1]:8086");
  CHECK(parse({"healthcheck", "--url", "http://box:80/"}).health_url == "http://box:80");
  CHECK(usage_error({"healthcheck", "--url", "https://box"}).find("--url") == 0);
}

TEST_CASE("Options: healthcheck fails on breaches when it is told to, others take no such flag") {
  CHECK_FALSE(parse({"healthcheck"}).fail_on_breach);
  const Options asked = parse({"healthcheck", "--fail-on-breach", "--admin-token", "t0ps3cret"});
  CHECK(asked.verb == Verb::healthcheck);
  CHECK(asked.fail_on_breach);
  CHECK(asked.settings.admin.token == "t0ps3cret");
  for (const char* verb : {"serve", "wsdl"}) {
    CHECK(usage_error({verb, "--fail-on-breach"}) ==
          "--fail-on-breach goes with the verb healthcheck");
  }
  CHECK(usage_error({"healthcheck", "--fail-on-breech"}).ends_with("mean --fail-on-breach?"));
  CHECK(help_text().find("nsemu healthcheck --fail-on-breach ") != std::string::npos);
}

TEST_CASE("Options: verbs") {
  struct Case {
    std::vector<const char*> arguments;
    Verb verb;
  };
  const std::vector<Case> cases{{{}, Verb::serve},
                                {{"serve"}, Verb::serve},
                                {{"--port", "0", "serve"}, Verb::serve},
                                {{"healthcheck"}, Verb::healthcheck},
                                {{"wsdl"}, Verb::wsdl},
                                {{"seed", "--schema"}, Verb::seed},
                                {{"--version"}, Verb::version},
                                {{"wsdl", "--version"}, Verb::version},
                                {{"--help"}, Verb::help},
                                {{"serve", "-h"}, Verb::help},
                                {{"--version", "--help"}, Verb::help},
                                {{"--print-config"}, Verb::print_config},
                                {{"wsdl", "--print-config"}, Verb::print_config}};
  for (const auto& one : cases) CHECK(parse(one.arguments).verb == one.verb);
}

TEST_CASE("Options: no arguments at all, not even a name, is serve") {
  CHECK(parse_options(0, nullptr, {}).verb == Verb::serve);
}

TEST_CASE("Options: wsdl takes version and service") {
  const auto plain = parse({"wsdl"});
  CHECK(plain.wsdl_version == "Services86");
  CHECK(plain.wsdl_service == "User");
  CHECK(parse({"wsdl", "Services86", "SoPrincipal"}).wsdl_service == "SoPrincipal");
}

TEST_CASE("Options: seed checks a file or shows the schema") {
  CHECK(parse({"seed", "--check", "mine.json"}).seed_file == "mine.json");
  CHECK(parse({"seed", "--check=kept.sqlite"}).seed_file == "kept.sqlite");
  CHECK(parse({"seed", "--schema"}).seed_file == "");
  CHECK(usage_error({"seed"}) == "seed: needs either --check FILE or --schema");
  CHECK(usage_error({"seed", "--schema", "--check", "a.json"}) ==
        "seed: needs either --check FILE or --schema");
  CHECK(usage_error({"seed", "--check", "a.txt"}) ==
        "--check: 'a.txt' is not allowed; allowed: FILE.json or FILE.sqlite");
  CHECK(usage_error({"--schema"}) == "--check and --schema go with the verb seed");
  CHECK(usage_error({"serve", "--check", "a.json"}) ==
        "--check and --schema go with the verb seed");
}

TEST_CASE("Options: words that are not understood") {
  struct Case {
    std::vector<const char*> arguments;
    std::string expected;
  };
  const std::vector<Case> cases{
      {{"sevre"}, "unknown verb 'sevre'; did you mean serve?"},
      {{"destroy"},
       "unknown verb 'destroy'; there are serve, diff, healthcheck, replay, seed and wsdl"},
      {{"Serve"}, "unknown verb 'Serve'; did you mean serve?"},
      {{""}, "unknown verb ''; there are serve, diff, healthcheck, replay, seed and wsdl"},
      {{"serve", "8086"}, "unexpected argument '8086'"},
      {{"wsdl", "Services99"}, "wsdl: 'Services99' is not known; allowed: Services86"},
      {{"wsdl", "Services86", "Contact"},
       "wsdl: 'Contact' is not known; allowed: User or SoPrincipal"},
      {{"wsdl", "Services86", "User", "more"}, "unexpected argument 'more'"}};
  for (const auto& one : cases) CHECK(usage_error(one.arguments) == one.expected);
}

TEST_CASE(
    "Options: the flag wins over the environment, that over the file, that over the default") {
  const ConfigFile file("port = 1\nseed = empty\nworkers = 1\n");
  const auto file_origin = "file " + file.path;
  const auto options = parse({"--config", file.path.c_str(), "--port", "3"},
                             {{"NSEMU_PORT", "2"}, {"NSEMU_WORKERS", "2"}});
  CHECK(options.settings.transport.port == 3);
  CHECK(options.origins.at("port") == "flag");
  CHECK(options.settings.transport.workers == 2);
  CHECK(options.origins.at("workers") == "environment");
  CHECK(options.settings.storage.seed == "empty");
  CHECK(options.origins.at("seed") == file_origin);
  CHECK(options.origins.at("bind") == "default");
  CHECK(options.origins.size() == option_table().size());
}

TEST_CASE("Options: tokens of one source replace those of a weaker one") {
  const auto options = parse({"--application-token", "a", "--application-token", "b:restricted"},
                             {{"NSEMU_APPLICATION_TOKEN", "c"}});
  const auto& tokens = options.settings.service.application_tokens;
  REQUIRE(tokens.size() == 2);
  CHECK(tokens[0].token == "a");
  CHECK(tokens[1].token == "b");
  CHECK(tokens[1].restricted);
}

TEST_CASE("Options: the file is named by the flag, else by the environment") {
  const ConfigFile file("port = 1\n");
  CHECK(parse({}, {{"NSEMU_CONFIG", file.path}}).settings.transport.port == 1);
  CHECK(parse({}, {{"NSEMU_CONFIG", ""}}).settings.transport.port == 8086);
  CHECK(parse({"--config", file.path.c_str()}, {{"NSEMU_CONFIG", "/no/such"}})
            .settings.transport.port == 1);
  CHECK(usage_error({}, {{"NSEMU_CONFIG", "/no/such"}}) == "--config: cannot read '/no/such'");
}

TEST_CASE("Options: a refused value is named with flag, place and what is allowed") {
  const ConfigFile file("\nport = x\n");
  CHECK(usage_error({"--port", "65536"}) ==
        "--port: '65536' from the command line is not allowed; allowed: 0 to 65535");
  CHECK(usage_error({}, {{"NSEMU_MODE", "cloud"}}) ==
        "--mode: 'cloud' from the environment (NSEMU_MODE) is not allowed; "
        "allowed: onsite|online");
  CHECK(usage_error({"--config", file.path.c_str()}) ==
        "--port: 'x' from " + file.path + " line 2 is not allowed; allowed: 0 to 65535");
}

TEST_CASE("Options: a weaker source is checked too") {
  CHECK(usage_error({"--port", "1"}, {{"NSEMU_PORT", "x"}}) != "no error");
}

TEST_CASE("Options: a refused application token is not shown") {
  const auto text = usage_error({"--application-token", "secret:restrict"});
  CHECK(text.find("secret") == std::string::npos);
  CHECK(text.find("--application-token: value (not shown) from the command line") == 0);
}

TEST_CASE("Options: an anonymous user needs its type among those that are let in") {
  const std::string error =
      "--anonymous-user needs 'anonymous' among --allowed-user-types, which are ";
  CHECK(usage_error({"--anonymous-user", "ANON"}) == error + "employee,external,system");
  CHECK(usage_error({"--allowed-user-types", "employee"}, {{"NSEMU_ANONYMOUS_USER", "ANON"}}) ==
        error + "employee");
  const auto options =
      parse({"--anonymous-user", "ANON", "--allowed-user-types", "employee,anonymous"});
  CHECK(options.settings.service.anonymous_user == "ANON");
  CHECK(usage_error({"--allowed-user-types", "anonymous"}) == "no error");
}

TEST_CASE("Options: unknown variables become warnings, which the caller logs") {
  CHECK(parse({}, {{"NSEMU_PROT", "1"}}).warnings.size() == 1);
}

TEST_CASE("Options: help names every flag, the verbs and the exit codes") {
  const auto text = help_text();
  for (const auto& spec : option_table()) {
    CAPTURE(spec.name);
    CHECK(text.find("  --" + spec.name + " ") != std::string::npos);
    CHECK(text.find("\n" + spec.group + ":\n") != std::string::npos);
  }
  for (const auto* part : {"--config FILE", "--print-config", "--version", "--help", "nsemu wsdl",
                           "nsemu seed --check FILE", "(default: 8086)", "(default: in memory)",
                           "NSEMU_PORT_FILE", "2 bad usage", "5 target of healthcheck"}) {
    CAPTURE(part);
    CHECK(text.find(part) != std::string::npos);
  }
  CHECK(text.back() == '\n');
}

TEST_CASE("Options: help fits 100 columns") {
  std::istringstream lines(help_text());
  for (std::string line; std::getline(lines, line);) {
    CAPTURE(line);
    CHECK(line.size() <= 100);
  }
}

TEST_CASE("Options: --print-config shows values with their origins") {
  const auto text = print_config(parse({"--port", "0"}, {{"NSEMU_SEED", "empty"}}));
  const auto has = [&](const std::string& setting, const std::string& origin) {
    const auto at = text.find(setting);
    return at != std::string::npos && text.substr(at, text.find('\n', at) - at).ends_with(origin);
  };
  CHECK(has("port = 0 ", "  # flag"));
  CHECK(has("seed = empty ", "  # environment"));
  CHECK(has("body-limit = 4MiB ", "  # default"));
}

TEST_CASE("Options: --print-config never shows a token") {
  const auto text = print_config(parse({"--application-token", "secret,other:restricted"}));
  CHECK(text.find("secret") == std::string::npos);
  CHECK(text.find("application-token = ***,***:restricted ") != std::string::npos);
}

TEST_CASE("Options: what --print-config shows is a configuration file") {
  const std::vector<const char*> arguments{"--port=1",
                                           "--public-url=https://a.example",
                                           "--data=a b",
                                           "--random-seed=7",
                                           "--anonymous-user=ANON",
                                           "--allowed-user-types=system, anonymous",
                                           "--mode=online",
                                           "--body-limit=5KiB",
                                           "--journal-entries=7",
                                           "--journal-bytes=5KiB",
                                           "--no-admin",
                                           "--no-redact=true",
                                           "--time=2026-01-15T09:00:00Z",
                                           "--log-level=off"};
  const auto given = parse(arguments);
  const ConfigFile file(print_config(given));
  const auto read = parse({"--config", file.path.c_str()});
  for (const auto& spec : option_table()) {
    CAPTURE(spec.name);
    CHECK(spec.show(read.settings) == spec.show(given.settings));
  }
}

}  // namespace
}  // namespace emulator
