#include "server/option_sources.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace emulator {
namespace {

/// A file that goes away with the test.
class ConfigFile {
 public:
  explicit ConfigFile(const std::string& text)
      : path_(std::filesystem::temp_directory_path() /
              ("nsemu_option_sources_test_" + std::to_string(getpid()))) {
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~ConfigFile() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
  }
  ConfigFile(const ConfigFile&) = delete;
  ConfigFile& operator=(const ConfigFile&) = delete;

  std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

std::string shown(const GivenValues& values) {
  std::string text;
  for (const auto& [name, given] : values) text += name + "=" + given.text + ";";
  return text;
}

template <class Call>
std::string usage_error(Call call) {
  try {
    call();
  } catch (const UsageError& error) {
    return error.what();
  }
  return "no error";
}

TEST_CASE("Command line: values follow after a blank or an equals sign") {
  struct Case {
    std::vector<std::string> arguments;
    std::string expected;
  };
  const std::vector<Case> cases{{{}, ""},
                                {{"--port", "1"}, "port=1;"},
                                {{"--port=1"}, "port=1;"},
                                {{"--port-file", ""}, "port-file=;"},
                                {{"--port-file="}, "port-file=;"},
                                {{"--port-file=--a"}, "port-file=--a;"},
                                {{"--port-file", "-"}, "port-file=-;"},
                                {{"--port", "-1"}, "port=-1;"},
                                {{"--port-file=a=b"}, "port-file=a=b;"},
                                {{"--port", "1", "--seed", "empty"}, "port=1;seed=empty;"},
                                {{"--port", "1", "--port", "2"}, "port=2;"},
                                {{"--application-token", "a", "--application-token=b:restricted"},
                                 "application-token=a,b:restricted;"}};
  for (const auto& one : cases)
    CHECK(shown(read_command_line(one.arguments).values) == one.expected);
}

TEST_CASE("Command line: a flag that can stand alone takes the next word only where that fits") {
  struct Case {
    std::vector<std::string> arguments;
    std::string expected;
    std::vector<std::string> words;
  };
  const std::vector<Case> cases{
      {{"--no-admin"}, "no-admin=true;", {}},
      {{"--no-admin", "serve"}, "no-admin=true;", {"serve"}},
      {{"--no-admin", "--port", "1"}, "no-admin=true;port=1;", {}},
      {{"--no-admin", "false", "serve"}, "no-admin=false;", {"serve"}},
      {{"--no-admin=false", "--no-redact"}, "no-admin=false;no-redact=true;", {}},
      {{"--no-admin", "true"}, "no-admin=true;", {}},
      {{"--no-admin="}, "no-admin=;", {}}};
  for (const auto& one : cases) {
    const CommandLine line = read_command_line(one.arguments);
    CHECK(shown(line.values) == one.expected);
    CHECK(line.words == one.words);
  }
}

TEST_CASE("Command line: flags of its own") {
  const auto line = read_command_line({"--config", "f", "--print-config", "--version"});
  CHECK(line.config == "f");
  CHECK(line.print_config);
  CHECK(line.version);
  CHECK_FALSE(line.help);
  CHECK(line.values.empty());
}

TEST_CASE("Command line: --help and -h win over everything else") {
  CHECK(read_command_line({"--no-such-flag", "--help"}).help);
  CHECK(read_command_line({"-h", "--port"}).help);
}

TEST_CASE("Command line: what is no flag is a word, wherever it stands") {
  const std::vector<std::string> words{"wsdl", "Services86"};
  CHECK(read_command_line({"wsdl", "--port", "1", "Services86"}).words == words);
}

TEST_CASE("Command line: what cannot be understood names the nearest flag") {
  struct Case {
    std::vector<std::string> arguments;
    std::string expected;
  };
  const std::vector<Case> cases{
      {{"--prot", "1"}, "unknown option --prot; did you mean --port?"},
      {{"--prot=1"}, "unknown option --prot; did you mean --port?"},
      {{"--verison"}, "unknown option --verison; did you mean --version?"},
      {{"-port"}, "unknown option -port; did you mean --port?"},
      {{"--por", "1"}, "unknown option --por; did you mean --port?"},
      {{"--completely-else"}, "unknown option --completely-else; --help lists them"}};
  for (const auto& one : cases) {
    CHECK(usage_error([&] { read_command_line(one.arguments); }) == one.expected);
  }
}

TEST_CASE("Command line: a flag without its value, or with one too many, is an error") {
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"--port"}, {"--port", "--seed", "empty"}, {"--print-config=yes"}}) {
    const auto text = usage_error([&] { read_command_line(arguments); });
    CAPTURE(text);
    CHECK(text.find(arguments[0].substr(0, arguments[0].find('='))) != std::string::npos);
    CHECK(text.find('\n') == std::string::npos);
  }
}

TEST_CASE("Environment: known variables are taken, empty ones are not") {
  std::vector<std::string> warnings;
  const auto values = read_environment({{"NSEMU_PORT", "1"},
                                        {"NSEMU_SEED", ""},
                                        {"NSEMU_CONFIG", "f"},
                                        {"NSEMU_APPLICATION_TOKEN", "a,b"}},
                                       warnings);
  CHECK(shown(values) == "application-token=a,b;port=1;");
  CHECK(values.at("port").place == "the environment (NSEMU_PORT)");
  CHECK(warnings.empty());
}

TEST_CASE("Environment: unknown variables are warned of") {
  std::vector<std::string> warnings;
  const auto values = read_environment(
      {{"NSEMU_PROT", "1"}, {"NSEMU_SOMETHING_ELSE", "1"}, {"NSEMU_EMPTY", ""}, {"A", "1"}},
      warnings);
  CHECK(values.empty());
  REQUIRE(warnings.size() == 2);
  CHECK(warnings[0] ==
        "unknown environment variable NSEMU_PROT is ignored; did you mean NSEMU_PORT?");
  CHECK(warnings[1] == "unknown environment variable NSEMU_SOMETHING_ELSE is ignored");
}

TEST_CASE("Environment: only NSEMU_ variables of the process are read") {
  REQUIRE(setenv("NSEMU_OPTION_SOURCES_TEST", "a=b", 1) == 0);
  const auto environment = process_environment();
  REQUIRE(unsetenv("NSEMU_OPTION_SOURCES_TEST") == 0);
  CHECK(environment.at("NSEMU_OPTION_SOURCES_TEST") == "a=b");
  CHECK_FALSE(environment.contains("PATH"));
}

TEST_CASE("Configuration file: lines, comments and white space") {
  struct Case {
    std::string text, expected;
  };
  const std::vector<Case> cases{
      {"", ""},
      {"port = 1", "port=1;"},
      {"port=1\n", "port=1;"},
      {"  port\t=  1  \r\n\r\n", "port=1;"},
      {"# port = 1\n   # another\nseed = empty # why\n", "seed=empty;"},
      {"port-file = a#b = c\n", "port-file=a#b = c;"},
      {"port-file =\n", ""},
      {"port = 1\nport = 2\n", "port=2;"},
      {"application-token = a\napplication-token = b\n", "application-token=a,b;"}};
  for (const auto& one : cases) {
    CAPTURE(one.text);
    CHECK(shown(read_config_file(ConfigFile(one.text).path())) == one.expected);
  }
}

TEST_CASE("Configuration file: errors name file and line") {
  struct Case {
    std::string text, expected;
  };
  const std::vector<Case> cases{
      {"\nprot = 1\n", " line 2: unknown option 'prot'; did you mean port?"},
      {"nothing-like-it = 1\n", " line 1: unknown option 'nothing-like-it'"},
      {"port = 1\n\n# a\nport 1\n", " line 4: expected `flag = value`"},
      {"= 1\n", " line 1: unknown option ''"},
      {"config = other\n", " line 1: unknown option 'config'"}};
  for (const auto& one : cases) {
    const ConfigFile file(one.text);
    CHECK(usage_error([&] { read_config_file(file.path()); }) == file.path() + one.expected);
  }
}

TEST_CASE("Configuration file: one that cannot be read is an error") {
  CHECK(usage_error([] { read_config_file("/no/such/file"); }) ==
        "--config: cannot read '/no/such/file'");
  CHECK(usage_error([] { read_config_file("/"); }) == "--config: cannot read '/'");
}

}  // namespace
}  // namespace emulator
