#include "server/option_table.h"

#include <cctype>
#include <limits>

#include "server/control_options.h"
#include "server/option_kinds.h"
#include "server/seeds/seed_file.h"

namespace emulator {
namespace {

using option_kinds::at, option_kinds::choice, option_kinds::milliseconds, option_kinds::number,
    option_kinds::spec, option_kinds::text_option, option_kinds::word;
using Transport = TransportSettings;
using Storage = StorageSettings;
using Service = ServiceSettings;

OptionSpec data_option() {
  auto result =
      spec({"Data", "data", "DIR", "keep each tenant's rows in a file in DIR"}, "a directory");
  result.set = [](Settings& settings, const std::string& given) {
    settings.storage.data_directory = given.empty() ? std::nullopt : std::optional(given);
    return true;
  };
  result.show = [](const Settings& settings) {
    return settings.storage.data_directory.value_or("");
  };
  result.when_empty = "in memory";
  return result;
}

OptionSpec application_token_option() {
  auto result = spec({"Service", "application-token", "TOKEN",
                      "an application that an online installation knows, TOKEN:restricted one that "
                      "may not use the User agent; repeatable, or parted by commas"},
                     "TOKEN or TOKEN:restricted, parted by commas");
  result.repeatable = true;
  result.secret = true;
  result.set = [](Settings& settings, const std::string& given) {
    const auto tokens = read_application_tokens(given);
    if (tokens) settings.service.application_tokens = *tokens;
    return tokens.has_value();
  };
  result.show = [](const Settings& settings) {
    std::string text;
    for (const auto& token : settings.service.application_tokens) {
      text += std::string(text.empty() ? "" : ",") + "***";
      if (token.restricted) text += ":restricted";
    }
    return text;
  };
  return result;
}

OptionSpec allowed_user_types_option() {
  auto result = spec({"Service", "allowed-user-types", "TYPES",
                      "who may be let in: employee, external, system, anonymous, parted by commas"},
                     "one or more of employee, external, system, anonymous, parted by commas");
  result.set = [](Settings& settings, const std::string& given) {
    const auto types = read_user_types(given);
    if (types) settings.service.allowed_user_types = *types;
    return types.has_value();
  };
  result.show = [](const Settings& settings) {
    return show_user_types(settings.service.allowed_user_types);
  };
  return result;
}

OptionSpec anonymous_user_option() {
  return text_option(
      {"Service", "anonymous-user", "NAME", "user that calls without Credentials run as"},
      at(&Settings::service, &Service::anonymous_user), "a user name",
      [](const std::string& text) { return std::optional(text); });
}

OptionSpec random_seed_option() {
  constexpr std::uint64_t most = std::numeric_limits<std::int64_t>::max();
  auto result = spec(
      {"Data", "random-seed", "N", "make tickets and generated passwords the same at every start"},
      "0 to " + std::to_string(most));
  result.set = [](Settings& settings, const std::string& given) {
    const auto value = read_number(given, 0, most);
    if (value || given.empty()) settings.storage.random_seed = value;
    return value || given.empty();
  };
  result.show = [](const Settings& settings) {
    const auto& value = settings.storage.random_seed;
    return value ? std::to_string(*value) : "";
  };
  result.when_empty = "unpredictable";
  return result;
}

OptionSpec body_limit_option() {
  constexpr std::uint64_t most = 1ULL << 30U;  // libxml2 counts in int.
  const std::string units = "in bytes or with KiB, MiB or GiB";
  auto result = spec({"Limits", "body-limit", "BYTES", "largest request body, " + units},
                     "1 to " + show_bytes(most) + ", " + units);
  result.set = [](Settings& settings, const std::string& given) {
    const auto value = read_bytes(given, most);
    if (value) settings.transport.body_limit = *value;
    return value.has_value();
  };
  result.show = [](const Settings& settings) { return show_bytes(settings.transport.body_limit); };
  return result;
}

OptionSpec port_file_option() {
  auto result = text_option(
      {"Listening", "port-file", "FILE", "write the port there once requests are answered"},
      at(&Settings::transport, &Transport::port_file), "a file",
      [](const std::string& text) { return std::optional(text); });
  return result;
}

OptionSpec public_url_option() {
  auto result = text_option(
      {"Listening", "public-url", "URL", "base of all links, in the WSDL too"},
      at(&Settings::service, &Service::public_url),
      "an http or https URL without user, query and fragment", [](const std::string& text) {
        return text.empty() ? std::optional(text) : read_base_url(text);
      });
  result.when_empty = "as the request came in";
  return result;
}

void add_listening(std::vector<OptionSpec>& table) {
  table.push_back(text_option({"Listening", "bind", "ADDRESS", "address to listen on"},
                              at(&Settings::transport, &Transport::bind), "an IPv4 or IPv6 address",
                              read_address));
  table.push_back(number({"Listening", "port", "N", "port to listen on, 0: a free one"},
                         at(&Settings::transport, &Transport::port), 0,
                         std::numeric_limits<std::uint16_t>::max()));
  table.push_back(port_file_option());
  table.push_back(public_url_option());
}

void add_data(std::vector<OptionSpec>& table) {
  table.push_back(data_option());
  table.push_back(word({"Data", "durability", "", "how hard a change is pressed onto the disk"},
                       at(&Settings::storage, &Storage::durability), {"normal", "full", "off"}));
  table.push_back(
      text_option({"Data", "seed", "SEED",
                   "what a new tenant starts with: small|demo|empty|FILE.json|FILE.sqlite"},
                  at(&Settings::storage, &Storage::seed),
                  "small, demo, empty, FILE.json or FILE.sqlite", [](const std::string& text) {
                    return is_seed_name(text) ? std::optional(text) : std::nullopt;
                  }));
  table.push_back(number({"Data", "tenants-max", "N", "most tenants"},
                         at(&Settings::storage, &Storage::tenants_max), 1, 1'000'000));
  table.push_back(random_seed_option());
}

void add_service(std::vector<OptionSpec>& table) {
  table.push_back(choice<InstallationMode>(
      {"Service", "mode", "", "online installations check the application token, others do not"},
      at(&Settings::service, &Service::mode),
      {{"onsite", InstallationMode::onsite}, {"online", InstallationMode::online}}));
  table.push_back(application_token_option());
  table.push_back(allowed_user_types_option());
  table.push_back(anonymous_user_option());
  table.push_back(choice<bool>(
      {"Service", "wrap-exceptions", "", "errors as ExceptionInfo headers or as SOAP faults"},
      at(&Settings::service, &Service::wrap_exceptions), {{"true", true}, {"false", false}}));
  table.push_back(choice<ContractMode>(
      {"Service", "contract", "", "how much a request may deviate from the contract"},
      at(&Settings::service, &Service::contract),
      {{"lenient", ContractMode::lenient},
       {"warn", ContractMode::warn},
       {"strict", ContractMode::strict}}));
  table.push_back(choice<bool>(
      {"Service", "emulator-headers", "", "X-Emulator-* headers and hints no real server gives"},
      at(&Settings::service, &Service::emulator_headers), {{"on", true}, {"off", false}}));
  table.push_back(
      choice<HashCost>({"Service", "password-hash-cost", "", "cost of hashing a new password"},
                       at(&Settings::service, &Service::hash_cost),
                       {{"min", HashCost::min},
                        {"interactive", HashCost::interactive},
                        {"moderate", HashCost::moderate}}));
}

void add_limits(std::vector<OptionSpec>& table) {
  table.push_back(number({"Limits", "workers", "N", "threads, 0: one a core and at least 2"},
                         at(&Settings::transport, &Transport::workers), 0, 1024));
  table.push_back(body_limit_option());
  table.push_back(number({"Limits", "connections-max", "N", "most connections at a time"},
                         at(&Settings::transport, &Transport::connections_max), 1, 1'000'000));
  table.push_back(milliseconds({"Limits", "header-timeout-ms", "",
                                "for the head of a request, then for each part of its body"},
                               at(&Settings::transport, &Transport::header_timeout)));
  table.push_back(
      milliseconds({"Limits", "idle-timeout-ms", "", "between two requests of a connection"},
                   at(&Settings::transport, &Transport::idle_timeout)));
  table.push_back(
      milliseconds({"Limits", "stop-timeout-ms", "", "for running requests to end at SIGTERM"},
                   at(&Settings::transport, &Transport::stop_timeout)));
}

void add_log(std::vector<OptionSpec>& table) {
  table.push_back(word({"Log", "log-level", "", "least important messages that are logged"},
                       at(&Settings::log, &LogSettings::level),
                       {"trace", "debug", "info", "warn", "error", "off"}));
  table.push_back(word({"Log", "log-format", "", "form of the log, which goes to stderr"},
                       at(&Settings::log, &LogSettings::format), {"text", "json"}));
}

}  // namespace

const std::vector<OptionSpec>& option_table() {
  static const std::vector<OptionSpec> table = [] {
    std::vector<OptionSpec> result;
    add_listening(result);
    add_data(result);
    add_service(result);
    add_control_options(result);
    add_limits(result);
    add_log(result);
    return result;
  }();
  return table;
}

const OptionSpec* find_option(std::string_view name) {
  const auto& table = option_table();
  const auto match = std::ranges::find(table, name, &OptionSpec::name);
  return match == table.end() ? nullptr : &*match;
}

std::string environment_name(std::string_view option) {
  std::string name = "NSEMU_";
  for (const char c : option) {
    name += c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  }
  return name;
}

}  // namespace emulator
