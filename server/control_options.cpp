#include "server/control_options.h"

#include <algorithm>

#include "server/option_kinds.h"

namespace emulator {
namespace {

using option_kinds::at, option_kinds::choice, option_kinds::number, option_kinds::spec;

// What can stand in a header as it is.
bool is_token(const std::string& text) {
  return std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~'; });
}

OptionSpec admin_token_option() {
  auto result = spec({"Control", "admin-token", "TOKEN",
                      "what callers of /__admin show as `Authorization: Bearer TOKEN`"},
                     "visible ASCII characters without blanks");
  result.secret = true;
  result.set = [](Settings& settings, const std::string& given) {
    if (is_token(given)) settings.admin.token = given;
    return is_token(given);
  };
  result.show = [](const Settings& settings) {
    return std::string(settings.admin.token.empty() ? "" : "***");
  };
  return result;
}

OptionSpec no_admin_option() {
  auto result = choice<bool>({"Control", "no-admin", "", "no addresses below /__admin"},
                             at(&Settings::admin, &AdminSettings::enabled),
                             {{"true", false}, {"false", true}});
  result.alone = "true";
  return result;
}

OptionSpec journal_entries_option() {
  return number(
      {"Control", "journal-entries", "N", "messages that each tenant remembers, 0: none"},
      [](auto& settings) -> auto& { return settings.storage.journal.entries; }, 0, 1'000'000);
}

OptionSpec journal_bytes_option() {
  constexpr std::uint64_t most = 1ULL << 30U;
  auto result = spec({"Control", "journal-bytes", "BYTES", "the same as a size, also with MiB"},
                     "1 to " + show_bytes(most) + ", in bytes or with KiB, MiB or GiB");
  result.set = [](Settings& settings, const std::string& given) {
    const auto value = read_bytes(given, most);
    if (value) settings.storage.journal.bytes = *value;
    return value.has_value();
  };
  result.show = [](const Settings& settings) { return show_bytes(settings.storage.journal.bytes); };
  return result;
}

OptionSpec no_redact_option() {
  auto result = choice<bool>(
      {"Control", "no-redact", "", "journal and pages show passwords, tickets and tokens"},
      [](auto& settings) -> auto& { return settings.storage.journal.redact; },
      {{"true", false}, {"false", true}});
  result.alone = "true";
  return result;
}

OptionSpec time_option() {
  auto result = spec({"Control", "time", "TIME",
                      "where every tenant's clock stands still, such as 2026-01-15T09:00:00Z"},
                     "a moment in UTC such as 2026-01-15T09:00:00Z");
  result.set = [](Settings& settings, const std::string& given) {
    const auto time =
        given.ends_with('Z') ? moment_of(given.substr(0, given.size() - 1)) : std::nullopt;
    if (time || given.empty()) settings.storage.time = time;
    return time || given.empty();
  };
  result.show = [](const Settings& settings) {
    const auto& time = settings.storage.time;
    return time ? date_time_text(*time) + "Z" : "";
  };
  result.when_empty = "the machine's time, which runs";
  return result;
}

}  // namespace

void add_control_options(std::vector<OptionSpec>& table) {
  table.push_back(admin_token_option());
  table.push_back(no_admin_option());
  table.push_back(journal_entries_option());
  table.push_back(journal_bytes_option());
  table.push_back(no_redact_option());
  table.push_back(time_option());
}

}  // namespace emulator
