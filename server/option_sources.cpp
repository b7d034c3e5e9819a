#include "server/option_sources.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/program_options/options_description.hpp>
#include <boost/program_options/parsers.hpp>
#include <boost/program_options/value_semantic.hpp>
#include <fstream>
#include <sstream>
#include <string_view>

#include "server/option_table.h"
#include "server/option_values.h"

namespace emulator {
namespace {

namespace po = boost::program_options;

constexpr unsigned help_columns = 100;

// Of the verbs replay and diff.
constexpr std::array<std::string_view, 8> verb_flags{"answer", "ignore",   "password",    "target",
                                                     "ticket", "upstream", "upstream-ca", "user"};

void put(GivenValues& values, const OptionSpec& spec, const std::string& text,
         const std::string& place) {
  const auto [entry, is_new] = values.try_emplace(spec.name, GivenValue{text, place});
  if (is_new) return;
  entry->second = {spec.repeatable ? entry->second.text + "," + text : text, place};
}

std::string with_default(const OptionSpec& spec) {
  const auto text = spec.show(Settings{});
  return spec.help + " (default: " + (text.empty() ? spec.when_empty : text) + ")";
}

po::options_description make_flags() {
  po::options_description all("", help_columns);
  std::string heading;
  std::vector<po::options_description> groups;
  for (const auto& spec : option_table()) {
    if (groups.empty() || spec.group != heading) groups.emplace_back(spec.group, help_columns);
    heading = spec.group;
    groups.back().add_options()(spec.name.c_str(),
                                po::value<std::string>()->value_name(spec.value_name),
                                with_default(spec).c_str());
  }
  groups.emplace_back("General", help_columns);
  groups.back().add_options()("config", po::value<std::string>()->value_name("FILE"),
                              "read lines `flag = value`; # opens a comment")(
      "url", po::value<std::string>()->value_name("URL"),
      "the server that healthcheck asks (default: that of --bind and --port here)")(
      "fail-on-breach", "healthcheck fails when a client has broken the contract")(
      "check", po::value<std::string>()->value_name("FILE"),
      "the seed file that the verb seed checks")("schema", "show the schema of seed files")(
      "target", po::value<std::string>()->value_name("URL"),
      "where the verb replay sends a recording: a base URL, with the tenant")(
      "upstream", po::value<std::string>()->value_name("URL"),
      "the server that the verb diff compares with: a base URL, with the tenant")(
      "answer", po::value<std::string>()->value_name("WORD"),
      "whose answers clients of diff get: upstream|emulator (default: upstream)")(
      "upstream-ca", po::value<std::string>()->value_name("FILE"),
      "certificates (PEM) that replay and diff trust for https beside the system's")(
      "user", po::value<std::string>()->value_name("NAME"),
      "whom replay logs in for a ticket in place of those recorded")(
      "password", po::value<std::string>()->value_name("TEXT"), "the password of that user")(
      "ticket", po::value<std::string>()->value_name("TICKET"),
      "a ticket in place of those recorded, without a log-in")(
      "ignore", po::value<std::string>()->value_name("NAME"),
      "element that replay and diff do not compare; repeatable, or parted by commas")(
      "print-config", "show every value and where it comes from, then exit")(
      "version", "show the version, then exit")("help", "show this, then exit");
  for (const auto& group : groups) all.add(group);
  return all;
}

std::vector<std::string> option_names() {
  std::vector<std::string> names;
  for (const auto& spec : option_table()) names.push_back(spec.name);
  return names;
}

[[noreturn]] void refuse_flag(const std::string& flag) {
  auto names = option_names();
  names.insert(names.end(), {"check", "config", "fail-on-breach", "print-config", "schema", "url",
                             "version", "help"});
  names.insert(names.end(), verb_flags.begin(), verb_flags.end());
  const auto guess = nearest(flag.substr(flag.find_first_not_of('-')), names);
  throw UsageError("unknown option " + flag +
                   (guess.empty() ? "; --help lists them" : "; did you mean --" + guess + "?"));
}

void take(CommandLine& result, const po::option& option) {
  const std::string value = option.value.empty() ? "" : option.value.front();
  if (option.position_key >= 0) {
    // A single dash opens no flag here, but is none of the verbs either.
    if (value.size() > 1 && value.front() == '-') refuse_flag(value);
    result.words.push_back(value);
  } else if (option.unregistered) {
    const auto& token = option.original_tokens.front();
    refuse_flag(token.substr(0, token.find('=')));
  } else if (option.original_tokens.size() > 1 && value.starts_with("--")) {
    throw UsageError("--" + option.string_key +
                     " needs a value; one that starts with -- is given " + "as --" +
                     option.string_key + "=VALUE");
  } else if (option.string_key == "config") {
    result.config = value;
  } else if (option.string_key == "url") {
    result.url = value;
  } else if (option.string_key == "fail-on-breach") {
    result.fail_on_breach = true;
  } else if (option.string_key == "check") {
    result.check = value;
  } else if (std::ranges::find(verb_flags, option.string_key) != verb_flags.end()) {
    std::string& given = result.of_verb[option.string_key];
    given = option.string_key == "ignore" && !given.empty() ? given + "," + value : value;
  } else if (option.string_key == "schema") {
    result.schema = true;
  } else if (option.string_key == "print-config") {
    result.print_config = true;
  } else if (option.string_key == "version") {
    result.version = true;
  } else if (option.string_key == "help") {
    result.help = true;
  } else {
    put(result.values, *find_option(option.string_key), value, "the command line");
  }
}

/// The arguments in a form that Boost takes.
std::vector<std::string> with_all_values(const std::vector<std::string>& arguments) {
  std::vector<std::string> tokens;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& one = arguments[i];
    // Boost refuses `--data=`, but takes `--data ""`.
    const bool is_emptied = one.starts_with("--") && one.find('=') == one.size() - 1;
    tokens.push_back(is_emptied ? one.substr(0, one.size() - 1) : one);
    if (is_emptied) tokens.emplace_back();
    const auto* const spec = one.starts_with("--") ? find_option(one.substr(2)) : nullptr;
    if (spec == nullptr || spec->alone.empty()) continue;
    Settings unused;
    const bool has_value = i + 1 < arguments.size() && spec->set(unused, arguments[i + 1]);
    if (!has_value) tokens.push_back(spec->alone);
  }
  return tokens;
}

std::string_view without_comment(std::string_view line) {
  for (auto at = line.find('#'); at != std::string_view::npos; at = line.find('#', at + 1)) {
    if (at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t') {
      return line.substr(0, at);
    }
  }
  return line;
}

void take_line(GivenValues& values, std::string_view line, const std::string& place) {
  const auto content = trimmed(without_comment(line));
  if (content.empty()) return;
  const auto equals = content.find('=');
  if (equals == std::string_view::npos) throw UsageError(place + ": expected `flag = value`");
  const std::string name(trimmed(content.substr(0, equals)));
  const std::string value(trimmed(content.substr(equals + 1)));
  const auto* spec = find_option(name);
  if (spec == nullptr) {
    const auto guess = nearest(name, option_names());
    throw UsageError(place + ": unknown option '" + name + "'" +
                     (guess.empty() ? "" : "; did you mean " + guess + "?"));
  }
  if (!value.empty()) put(values, *spec, value, place);
}

}  // namespace

Environment process_environment() {
  Environment result;
  for (char** variable = environ; variable != nullptr && *variable != nullptr; ++variable) {
    const std::string_view text = *variable;
    const auto equals = text.find('=');
    if (!text.starts_with("NSEMU_") || equals == std::string_view::npos) continue;
    result.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  return result;
}

CommandLine read_command_line(const std::vector<std::string>& arguments) {
  CommandLine result;
  if (std::ranges::any_of(arguments,
                          [](const auto& one) { return one == "--help" || one == "-h"; })) {
    result.help = true;
    return result;
  }
  const auto tokens = with_all_values(arguments);
  namespace style = po::command_line_style;
  const auto flags = make_flags();
  try {
    const auto parsed =
        po::command_line_parser(tokens)
            .options(flags)
            .style(style::allow_long | style::long_allow_next | style::long_allow_adjacent)
            .allow_unregistered()
            .run();
    for (const auto& option : parsed.options) take(result, option);
  } catch (const po::error& error) {
    throw UsageError(error.what());
  }
  return result;
}

GivenValues read_environment(const Environment& environment, std::vector<std::string>& warnings) {
  GivenValues result;
  const auto prefix = environment_name("");
  std::vector<std::string> known{"CONFIG"};
  for (const auto& spec : option_table()) {
    const auto name = environment_name(spec.name);
    known.push_back(name.substr(prefix.size()));
    const auto variable = environment.find(name);
    if (variable == environment.end() || variable->second.empty()) continue;
    put(result, spec, variable->second, "the environment (" + name + ")");
  }
  for (const auto& [name, value] : environment) {
    if (!name.starts_with(prefix)) continue;
    const auto rest = name.substr(prefix.size());
    if (value.empty() || std::ranges::find(known, rest) != known.end()) continue;
    const auto guess = nearest(rest, known);
    warnings.push_back("unknown environment variable " + name + " is ignored" +
                       (guess.empty() ? "" : "; did you mean " + prefix + guess + "?"));
  }
  return result;
}

GivenValues read_config_file(const std::string& path) {
  std::ifstream file(path);
  GivenValues result;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    take_line(result, line, path + " line " + std::to_string(number));
  }
  // A directory opens, but cannot be read.
  if (!file.is_open() || file.bad()) throw UsageError("--config: cannot read '" + path + "'");
  return result;
}

std::string describe_flags() {
  std::ostringstream text;
  text << make_flags();
  return text.str();
}

}  // namespace emulator
