#include "server/options.h"

#include <algorithm>
#include <array>
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>

#include "server/option_table.h"
#include "server/option_values.h"
#include "server/seeds/seed_file.h"
#include "server/transport/public_url.h"

namespace emulator {
namespace {

constexpr std::array wsdl_versions{"Services86"};
constexpr std::array wsdl_services{"User", "SoPrincipal"};

void apply(Options& options, const GivenValues& values, const std::string& origin) {
  for (const auto& [name, given] : values) {
    const auto& spec = *find_option(name);
    if (!spec.set(options.settings, given.text)) {
      const auto shown = spec.secret ? "value (not shown)" : "'" + given.text + "'";
      throw UsageError("--" + name + ": " + shown + " from " + given.place +
                       " is not allowed; allowed: " + spec.allowed);
    }
    options.origins[name] = origin;
  }
}

template <std::size_t Count>
std::string one_of(const std::string& word, const std::array<const char*, Count>& words) {
  if (std::ranges::find(words, word) != words.end()) return word;
  std::string names;
  for (const auto* const name : words) names += (names.empty() ? "" : " or ") + std::string(name);
  throw UsageError("wsdl: '" + word + "' is not known; allowed: " + names);
}

void take_words(Options& options, const std::vector<std::string>& words) {
  std::size_t most = 1;
  if (!words.empty() && words[0] == "wsdl") {
    options.verb = Verb::wsdl;
    most = 3;
    if (words.size() > 1) options.wsdl_version = one_of(words[1], wsdl_versions);
    if (words.size() > 2) options.wsdl_service = one_of(words[2], wsdl_services);
  } else if (!words.empty() && words[0] == "healthcheck") {
    options.verb = Verb::healthcheck;
  } else if (!words.empty() && words[0] == "seed") {
    options.verb = Verb::seed;
  } else if (!words.empty() && words[0] == "replay") {
    options.verb = Verb::replay;
    most = 2;
    if (words.size() > 1) options.replay_file = words[1];
  } else if (!words.empty() && words[0] == "diff") {
    options.verb = Verb::diff;
  } else if (!words.empty() && words[0] != "serve") {
    const auto guess =
        nearest(words[0], {"serve", "diff", "healthcheck", "replay", "seed", "wsdl"});
    throw UsageError("unknown verb '" + words[0] + "'; " +
                     (guess.empty() ? "there are serve, diff, healthcheck, replay, seed and wsdl"
                                    : "did you mean " + guess + "?"));
  }
  if (words.size() > most) throw UsageError("unexpected argument '" + words[most] + "'");
}

void take_healthcheck_flags(Options& options, const CommandLine& line) {
  if (line.fail_on_breach && options.verb != Verb::healthcheck) {
    throw UsageError("--fail-on-breach goes with the verb healthcheck");
  }
  options.fail_on_breach = line.fail_on_breach;
}

void take_seed_flags(Options& options, const CommandLine& line) {
  if (options.verb != Verb::seed) {
    if (line.check || line.schema) throw UsageError("--check and --schema go with the verb seed");
    return;
  }
  if (line.check.has_value() == line.schema) {
    throw UsageError("seed: needs either --check FILE or --schema");
  }
  options.seed_file = line.check.value_or("");
  if (line.check && !is_seed_name(options.seed_file)) {
    throw UsageError("--check: '" + options.seed_file +
                     "' is not allowed; allowed: FILE.json or FILE.sqlite");
  }
}

/// Of the verbs replay and diff; empty: it was not given.
std::string flag_of(const CommandLine& line, const char* flag) {
  const auto given = line.of_verb.find(flag);
  return given == line.of_verb.end() ? std::string() : given->second;
}

std::string server_url(const CommandLine& line, const char* flag) {
  const std::string given = flag_of(line, flag);
  const auto url = read_base_url(given);
  if (url) return without_remote(*url);
  throw UsageError("--" + std::string(flag) + ": '" + given +
                   "' is not allowed; allowed: an http or https URL");
}

ElementNames ignored_elements(const CommandLine& line) {
  ElementNames ignored = volatile_elements();
  std::vector<std::string> names;
  boost::algorithm::split(names, flag_of(line, "ignore"), boost::algorithm::is_any_of(", "),
                          boost::algorithm::token_compress_on);
  for (const std::string& name : names) {
    if (!name.empty()) ignored.insert(name);
  }
  return ignored;
}

std::string authorities(const CommandLine& line) {
  const std::string file = flag_of(line, "upstream-ca");
  try {
    const Trust tried(file);
  } catch (const std::runtime_error& error) {
    throw UsageError("--upstream-ca: '" + file + "': " + error.what());
  }
  return file;
}

void take_diff_flags(Options& options, const CommandLine& line) {
  const std::string answer = flag_of(line, "answer");
  if (!answer.empty() && answer != "upstream" && answer != "emulator") {
    throw UsageError("--answer: '" + answer + "' is not allowed; allowed: upstream|emulator");
  }
  options.diff.url = server_url(line, "upstream");
  options.diff.gives_ours = answer == "emulator";
  options.diff.ignored = ignored_elements(line);
  options.diff.ca_file = authorities(line);
  // What no real server gives would be a difference.
  options.settings.service.emulator_headers = false;
  options.origins["emulator-headers"] = "verb diff";
}

void take_replay_flags(Options& options, const CommandLine& line) {
  if (options.replay_file.empty()) throw UsageError("replay: needs a FILE, and --target URL");
  options.replay = {server_url(line, "target"), flag_of(line, "user"),  flag_of(line, "password"),
                    flag_of(line, "ticket"),    ignored_elements(line), authorities(line)};
}

void take_verb_flags(Options& options, const CommandLine& line) {
  using Verbs = std::set<Verb>;
  static const std::map<std::string, Verbs> verbs{{"answer", {Verb::diff}},
                                                  {"upstream", {Verb::diff}},
                                                  {"ignore", {Verb::diff, Verb::replay}},
                                                  {"upstream-ca", {Verb::diff, Verb::replay}}};
  for (const auto& [flag, value] : line.of_verb) {
    const auto known = verbs.find(flag);
    const Verbs& allowed = known == verbs.end() ? Verbs{Verb::replay} : known->second;
    if (allowed.contains(options.verb)) continue;
    throw UsageError("--" + flag + " goes with the verb " +
                     (allowed.size() > 1               ? "diff or replay"
                      : allowed.contains(Verb::replay) ? "replay"
                                                       : "diff"));
  }
  if (options.verb == Verb::replay) take_replay_flags(options, line);
  if (options.verb == Verb::diff) take_diff_flags(options, line);
}

std::string health_url(const CommandLine& line, const TransportSettings& transport) {
  if (!line.url) return own_base_url(transport.bind, transport.port);
  const auto url = read_base_url(*line.url);
  if (!url || !url->starts_with("http://")) {
    throw UsageError("--url: '" + *line.url + "' is not allowed; allowed: an http URL");
  }
  return *url;
}

void check_anonymous_user(const ServiceSettings& service) {
  if (service.anonymous_user.empty() ||
      service.allowed_user_types.contains(store::AssociateType::anonymous)) {
    return;
  }
  throw UsageError("--anonymous-user needs 'anonymous' among --allowed-user-types, which are " +
                   show_user_types(service.allowed_user_types));
}

void add_warnings(Options& options) {
  const auto& service = options.settings.service;
  if (service.mode == InstallationMode::online && service.application_tokens.empty()) {
    options.warnings.emplace_back(
        "--mode online without any --application-token: every call will be refused");
  }
  if (options.settings.storage.random_seed) {
    options.warnings.emplace_back(
        "--random-seed: tickets and generated passwords can be foretold; for tests only");
  }
  const auto& [enabled, token] = options.settings.admin;
  if (enabled && token.empty() && !is_loopback(options.settings.transport.bind)) {
    options.warnings.emplace_back(
        "ANYBODY who reaches " + options.settings.transport.bind +
        " can read and change everything at /__admin: give --admin-token, or --no-admin");
  }
  if (!options.settings.storage.journal.redact) {
    options.warnings.emplace_back(
        "--no-redact: PASSWORDS, TICKETS AND TOKENS are shown in the journal and all that is made "
        "of it");
  }
}

}  // namespace

Options parse_options(int argc, const char* const* argv, const Environment& environment) {
  Options options;
  for (const auto& spec : option_table()) options.origins[spec.name] = "default";
  const auto line = read_command_line({argv + std::min(argc, 1), argv + argc});
  if (line.help || line.version) {
    options.verb = line.help ? Verb::help : Verb::version;
    return options;
  }
  take_words(options, line.words);
  take_healthcheck_flags(options, line);
  take_seed_flags(options, line);
  take_verb_flags(options, line);

  const auto config = environment.find(environment_name("config"));
  const auto file =
      line.config ? *line.config : (config == environment.end() ? std::string() : config->second);
  if (!file.empty()) apply(options, read_config_file(file), "file " + file);
  apply(options, read_environment(environment, options.warnings), "environment");
  apply(options, line.values, "flag");
  options.health_url = health_url(line, options.settings.transport);
  if (line.print_config) options.verb = Verb::print_config;
  check_anonymous_user(options.settings.service);
  add_warnings(options);
  return options;
}

std::string help_text() {
  return "nsemu answers like a SuperOffice NetServer installation: User.svc and SoPrincipal.svc.\n"
         "\n"
         "Usage:\n"
         "  nsemu [serve] [FLAGS]                        answer requests until SIGTERM or SIGINT\n"
         "  nsemu healthcheck [--url URL]                exit with 0 when a server is ready\n"
         "  nsemu healthcheck --fail-on-breach           and no client has broken the contract\n"
         "  nsemu replay FILE --target URL               send a recording, compare the answers\n"
         "  nsemu diff --upstream URL [FLAGS]            serve, and compare with a real server\n"
         "  nsemu wsdl [Services86 [User|SoPrincipal]]   print the WSDL\n"
         "  nsemu seed --check FILE                      tell what is wrong with a seed file\n"
         "  nsemu seed --schema                          print the schema of seed files\n" +
         describe_flags() +
         "\n"
         "Each flag that takes a value, but for those of verbs, is also an environment "
         "variable,\n"
         "such as NSEMU_PORT_FILE for --port-file, and, but for --config too, a line of the\n"
         "configuration file. A flag wins over the environment, the environment over the file, "
         "the\n"
         "file over the default; in the environment and in the file an empty value counts as not\n"
         "given.\n"
         "\n"
         "Exit codes: 0 fine, 1 run-time failure, 2 bad usage or configuration, 3 cannot bind,\n"
         "4 cannot open the data, 5 target of healthcheck, replay or diff unreachable; replay and\n"
         "diff end with 1 where answers differ.\n";
}

std::string print_config(const Options& options) {
  std::string text;
  for (const auto& spec : option_table()) {
    auto line = spec.name + " = " + spec.show(options.settings);
    line.resize(std::max<std::size_t>(line.size(), 38), ' ');
    text += line + "  # " + options.origins.at(spec.name) + "\n";
  }
  return text;
}

}  // namespace emulator
