#include "tests/conformance/options.h"

#include <boost/program_options.hpp>
#include <cstdlib>
#include <sstream>

namespace conformance {
namespace {

namespace po = boost::program_options;

constexpr const char* introduction =
    "nsemu-conform asks a NetServer, or an emulator of one, whether it keeps to the contract of\n"
    "Services86, and prints what does not.\n\n"
    "  nsemu-conform --url BASE --user NAME --password TEXT [OPTIONS]\n"
    "  nsemu-conform list [--only PATTERN]   shows the cases, with their tags and sources\n"
    "  nsemu-conform compare A B             shows where two recordings differ\n\n"
    "What it makes is named after the run and removed at its end, but for a person or two: see\n"
    "tests/conformance/README.md. Exit codes: 0 as expected, 1 not, 2 wrong usage or a log-in\n"
    "that is refused, 5 the target cannot be reached.\n";

po::options_description visible(Options& options) {
  po::options_description table("Options");
  const auto text = [](std::string& place, const char* name) {
    return po::value(&place)->value_name(name);
  };
  table.add_options()("url", text(options.url, "BASE"),
                      "the address before /User.svc, such as "
                      "http://127.0.0.1:8086/Remote/Services86; without /Remote/... this is added")(
      "user", text(options.user, "NAME"), "who logs in; what it has no right for is left out")(
      "password", text(options.password, "TEXT"),
      "the password of that user; better in the environment, as NSEMU_CONFORM_PASSWORD")(
      "application-token", text(options.application_token, "TOKEN"),
      "what an online installation asks for")("ticket", text(options.ticket, "TICKET"),
                                              "a ticket in place of user and password")(
      "read-only", po::bool_switch(&options.read_only), "leave out the cases that change anything")(
      "only", po::value(&options.only)->value_name("PATTERN"),
      "the cases of this name, such as 'SetExternalUserInfo*'; repeatable")(
      "person", po::value(&options.person)->value_name("ID"),
      "a person without a user, whom external users of the run are; else it makes a person")(
      "contact", po::value(&options.contact)->value_name("ID"),
      "the company of the persons that it makes; else that of the user")(
      "ca", text(options.ca_file, "FILE"), "certificates (PEM) to trust in place of the system's")(
      "junit", text(options.junit, "FILE"), "write the results as JUnit XML")(
      "markdown", text(options.markdown, "FILE"), "write the results as Markdown")(
      "record", text(options.record, "DIR"), "keep every answer, raw and normalised")("help",
                                                                                      "show this");
  return table;
}

std::string with_services(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  const bool is_http = url.starts_with("http://") || url.starts_with("https://");
  if (!is_http) throw UsageError("--url '" + url + "' does not begin with http:// or https://");
  // It is in what is printed, reported and recorded.
  if (url.find('@') != std::string::npos) throw UsageError("--url has a user or password in it");
  return url.ends_with("Services86") || url.ends_with("services86") ? url
                                                                    : url + "/Remote/Services86";
}

void check_run(Options& options) {
  if (options.url.empty()) throw UsageError("--url is missing (--help shows what there is)");
  options.url = with_services(options.url);
  const bool has_user = !options.user.empty();
  if (has_user == !options.ticket.empty()) {
    throw UsageError("it needs either --user, with --password, or --ticket");
  }
  for (const std::string* text :
       {&options.user, &options.password, &options.ticket, &options.application_token}) {
    if (text->find('\0') != std::string::npos) throw UsageError("an argument has a NUL in it");
  }
}

Options::Verb verb_of(const std::string& word) {
  if (word == "run") return Options::Verb::run;
  if (word == "list") return Options::Verb::list;
  if (word == "compare") return Options::Verb::compare;
  throw UsageError("'" + word + "' is none of run, list and compare");
}

void take_words(const std::vector<std::string>& words, Options& options) {
  if (!words.empty()) options.verb = verb_of(words.front());
  const std::size_t wanted = options.verb == Options::Verb::compare ? 3 : words.empty() ? 0 : 1;
  if (words.size() != wanted) {
    throw UsageError(wanted == 3 ? "compare needs two recordings: compare A B"
                                 : "'" + words.back() + "' is one word too many");
  }
  if (wanted == 3) {
    options.first = words[1];
    options.second = words[2];
  }
}

}  // namespace

Options parse_options(int count, const char* const* arguments) {
  Options options;
  std::vector<std::string> words;
  po::options_description all = visible(options);
  all.add_options()("words", po::value(&words));
  po::positional_options_description positions;
  positions.add("words", -1);
  po::variables_map values;
  try {
    po::store(
        po::command_line_parser(count, arguments)
            .options(all)
            .positional(positions)
            .style(po::command_line_style::unix_style & ~po::command_line_style::allow_guessing)
            .run(),
        values);
    po::notify(values);
  } catch (const po::error& error) {
    throw UsageError(error.what());
  }
  if (values.contains("help")) {
    options.verb = Options::Verb::help;
    return options;
  }
  take_words(words, options);
  const char* password = std::getenv("NSEMU_CONFORM_PASSWORD");
  if (options.password.empty() && password != nullptr) options.password = password;
  if (options.verb == Options::Verb::run) check_run(options);
  return options;
}

std::string help_text() {
  Options ignored;
  std::ostringstream text;
  text << introduction << '\n' << visible(ignored);
  return text.str();
}

}  // namespace conformance
