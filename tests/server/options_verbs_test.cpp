// The flags of the verbs replay and diff.

#include <doctest/doctest.h>

#include <fstream>

#include "server/options.h"
#include "tests/server/parsed_options.h"
#include "tests/support/program.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE("Options: replay takes a file, a target, and how to log in") {
  const Options options =
      parse({"replay", "r.har", "--target", "http://box:80/T/", "--user", "ADM0", "--password",
             "adm0", "--ignore", "Rank,Tooltip", "--ignore", "Id"});
  CHECK(options.verb == Verb::replay);
  CHECK(options.replay_file == "r.har");
  CHECK(options.replay.target == "http://box:80/T");
  CHECK(options.replay.user == "ADM0");
  CHECK(options.replay.password == "adm0");
  for (const char* name : {"Ticket", "Rank", "Tooltip", "Id"}) {
    CAPTURE(name);
    CHECK(options.replay.ignored.contains(name));
  }
  CHECK(usage_error({"replay"}) == "replay: needs a FILE, and --target URL");
  CHECK(usage_error({"replay", "r.har"}).find("--target: '' is not allowed") == 0);
  CHECK(parse({"replay", "r.har", "--target", "https://box/T/Remote/"}).replay.target ==
        "https://box/T");
  CHECK(usage_error({"replay", "r.har", "--target", "ftp://box"}).find("--target") == 0);
  CHECK(usage_error({"serve", "--target", "http://box"}) == "--target goes with the verb replay");
}

TEST_CASE("Options: diff takes a server, whose answers are given, and what is not compared") {
  const Options options = parse({"diff", "--upstream", "https://box/T/Remote", "--answer",
                                 "emulator", "--ignore", "Rank", "--seed", "demo"});
  CHECK(options.verb == Verb::diff);
  CHECK(options.diff.url == "https://box/T");
  CHECK(options.diff.gives_ours);
  CHECK(options.diff.ignored.contains("Rank"));
  CHECK(options.diff.ignored.contains("Ticket"));
  CHECK(options.settings.storage.seed == "demo");
  CHECK_FALSE(parse({"diff", "--upstream", "http://box"}).diff.gives_ours);
  CHECK_FALSE(parse({"diff", "--upstream", "http://box", "--answer", "upstream"}).diff.gives_ours);
  CHECK(usage_error({"diff"}).find("--upstream: '' is not allowed") == 0);
  CHECK(usage_error({"diff", "--upstream", "box"}).find("--upstream: 'box'") == 0);
  CHECK(usage_error({"diff", "--upstream", "http://box", "--answer", "both"}) ==
        "--answer: 'both' is not allowed; allowed: upstream|emulator");
  CHECK(usage_error({"diff", "--upstream", "http://box", "--user", "ADM0"}) ==
        "--user goes with the verb replay");
  CHECK(usage_error({"--answer", "emulator"}) == "--answer goes with the verb diff");
  CHECK(usage_error({"--ignore", "Rank"}) == "--ignore goes with the verb diff or replay");
}

TEST_CASE(
    "Options: with diff there is nothing in answers that no real server gives, if not asked") {
  const std::vector<const char*> plain{"diff", "--upstream", "http://box"};
  CHECK_FALSE(parse(plain).settings.service.emulator_headers);
  std::vector<const char*> asked = plain;
  asked.insert(asked.end(), {"--emulator-headers", "on"});
  CHECK(parse(asked).settings.service.emulator_headers);
}

TEST_CASE("Options: --upstream-ca names a file with certificates") {
  const ScratchDirectory scratch;
  const std::string file = scratch.path("ca.pem").string();
  std::ofstream(file) << "no certificate";
  for (const char* verb : {"diff", "replay"}) {
    CAPTURE(verb);
    const bool is_diff = std::string(verb) == "diff";
    std::vector<const char*> arguments{verb, is_diff ? "--upstream" : "--target", "https://box",
                                       "--upstream-ca", file.c_str()};
    if (!is_diff) arguments.push_back("r.har");
    CHECK(usage_error(arguments).find("--upstream-ca: '" + file + "': ") == 0);
  }
}
