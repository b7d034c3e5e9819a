#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <chrono>
#include <csignal>
#include <iostream>

#include "server/control/health.h"
#include "server/diff_verb.h"
#include "server/emulator_server.h"
#include "server/envelope/service.h"
#include "server/healthcheck.h"
#include "server/logging.h"
#include "server/options.h"
#include "server/replay_verb.h"
#include "server/seeds/seed_file.h"
#include "server/seeds/seed_problems.h"
#include "server/seeds/seed_schema.h"
#include "server/transport/listener.h"
#include "server/transport/stop_signals.h"

namespace emulator {
namespace {

using SteadyClock = std::chrono::steady_clock;

std::string bracketed(const std::string& address) {
  return address.find(':') == std::string::npos ? address : "[" + address + "]";
}

// Each connection is a file: the usual limit of 1024 is far below --connections-max.
void allow_many_files() {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

void tell_ready(const Settings& settings, std::uint16_t port, const std::string& seed,
                SteadyClock::time_point start) {
  const auto elapsed =
      std::chrono::duration_cast<std::chrono::milliseconds>(SteadyClock::now() - start);
  const std::string line =
      fmt::format("ready http={}:{} admin=/__admin seed={} in {}ms",
                  bracketed(settings.transport.bind), port, seed, elapsed.count());
  // Scripts wait for this line, at any log level; in text it begins with `ready`.
  if (settings.log.format == "json") {
    log_at_any_level(line);
  } else {
    std::cerr << line + "\n";
  }
}

ExitCode serve(const Options& options, SteadyClock::time_point start,
               Upstream* upstream = nullptr) {
  // Whoever reads the log may go away; that is no reason to stop.
  std::signal(SIGPIPE, SIG_IGN);
  allow_many_files();
  StopSignals signals;
  Server server(
      options.settings, options.origins, [] { std::raise(SIGTERM); }, upstream);
  tell_ready(options.settings, server.port(), server.seed(), start);
  signals.stop_at_signal(server.listener());
  spdlog::info("stopped");
  return ExitCode::fine;
}

// A file is loaded just as for serving, but passwords need not be hashed.
ExitCode tell_of_seed(const std::string& file) {
  if (file.empty()) {
    std::cout << seed_schema_text();
    return ExitCode::fine;
  }
  store::Store store(store::Store::in_memory);
  fill_from_seed(store, file, [](std::string_view password) { return std::string(password); }, {});
  std::cout << file << ": " << contents_of(store) << "\n";
  return ExitCode::fine;
}

ExitCode run(const Options& options, SteadyClock::time_point start) {
  switch (options.verb) {
    case Verb::help:
      std::cout << help_text();
      return ExitCode::fine;
    case Verb::version:
      std::cout << "nsemu " << emulator_version() << "\n";
      return ExitCode::fine;
    case Verb::print_config:
      std::cout << print_config(options);
      return ExitCode::fine;
    case Verb::healthcheck:
      return options.fail_on_breach
                 ? contract_check(options.health_url, options.settings.admin.token)
                 : healthcheck(options.health_url);
    case Verb::wsdl:
      std::cout << wsdl_document(service_of(options.wsdl_service).value());
      return ExitCode::fine;
    case Verb::replay:
      return replay_recording(options);
    case Verb::seed:
      return tell_of_seed(options.seed_file);
    case Verb::serve:
    case Verb::diff:
      break;
  }
  configure_logging(options.settings.log);
  for (const std::string& warning : options.warnings) spdlog::warn("{}", warning);
  if (options.verb == Verb::serve) return serve(options, start);
  return diff(options, [&](Upstream& upstream) { serve(options, start, &upstream); });
}

ExitCode failure(ExitCode code, const std::string& why) {
  std::cerr << "nsemu: " << why << "\n";
  return code;
}

ExitCode refuse_seed(const SeedFileError& error) {
  for (const std::string& line : error.lines()) failure(ExitCode::usage, line);
  return ExitCode::usage;
}

ExitCode guarded(int argc, char** argv) {
  const auto start = SteadyClock::now();
  try {
    return run(parse_options(argc, argv, process_environment()), start);
  } catch (const UsageError& error) {
    return failure(ExitCode::usage, error.what());
  } catch (const SeedFileError& error) {
    return refuse_seed(error);
  } catch (const BindError& error) {
    return failure(ExitCode::cannot_bind, error.what());
  } catch (const store::Error& error) {
    return failure(ExitCode::cannot_open_data, error.what());
  } catch (const std::exception& error) {
    return failure(ExitCode::failed, error.what());
  }
}

}  // namespace
}  // namespace emulator

int main(int argc, char** argv) { return static_cast<int>(emulator::guarded(argc, argv)); }
