#include "tests/conformance/options.h"

#include <doctest/doctest.h>
#include <stdlib.h>

namespace conformance {
namespace {

Options parsed(std::vector<const char*> arguments) {
  arguments.insert(arguments.begin(), "nsemu-conform");
  return parse_options(static_cast<int>(arguments.size()), arguments.data());
}

std::string refused(const std::vector<const char*>& arguments) {
  try {
    parsed(arguments);
  } catch (const UsageError& error) {
    return error.what();
  }
  return "taken";
}

TEST_CASE("Options: a base URL is made whole, one that is whole stays") {
  const auto url = [](const char* given) { return parsed({"--url", given, "--user", "A"}).url; };
  CHECK(url("http://host/Cust1/") == "http://host/Cust1/Remote/Services86");
  CHECK(url("https://host/Remote/Services86/") == "https://host/Remote/Services86");
  CHECK(url("https://host/remote/services86") == "https://host/remote/services86");
}

TEST_CASE("Options: the words are run, list and compare A B") {
  CHECK(parsed({"--url", "http://h", "--ticket", "7T:x"}).verb == Options::Verb::run);
  CHECK(parsed({"list", "--only", "Get*", "--only", "Set*"}).only.size() == 2);
  const Options comparing = parsed({"compare", "a", "b"});
  CHECK(comparing.verb == Options::Verb::compare);
  CHECK(comparing.second == "b");
  CHECK(parsed({"--help"}).verb == Options::Verb::help);
  CHECK(help_text().find("--read-only") != std::string::npos);
}

TEST_CASE("Options: the password may come by the environment") {
  setenv("NSEMU_CONFORM_PASSWORD", "hush", 1);
  CHECK(parsed({"--url", "http://h", "--user", "A"}).password == "hush");
  CHECK(parsed({"--url", "http://h", "--user", "A", "--password", "b"}).password == "b");
  unsetenv("NSEMU_CONFORM_PASSWORD");
}

TEST_CASE("Options: what is wrong is said in a line") {
  CHECK(refused({}).find("--url is missing") != std::string::npos);
  CHECK(refused({"--url", "host", "--user", "A"}).find("http://") != std::string::npos);
  CHECK(refused({"--url", "http://a:b@h", "--user", "A"}) == "--url has a user or password in it");
  CHECK(refused({"--url", "http://h"}).find("either --user") != std::string::npos);
  CHECK(refused({"--url", "http://h", "--user", "A", "--ticket", "7T:"}) != "taken");
  CHECK(refused({"compare", "a"}).find("two recordings") != std::string::npos);
  CHECK(refused({"walk"}).find("walk") != std::string::npos);
  CHECK(refused({"list", "more"}).find("more") != std::string::npos);
  CHECK(refused({"--nothing"}).find("nothing") != std::string::npos);
  CHECK(refused({"--person", "x", "--url", "http://h", "--user", "A"}).find("person") !=
        std::string::npos);
}

}  // namespace
}  // namespace conformance
