#include <csignal>
#include <iostream>

#include "tests/conformance/compare.h"
#include "tests/conformance/expect.h"
#include "tests/conformance/options.h"
#include "tests/conformance/reports.h"
#include "tests/conformance/runner.h"

namespace conformance {
namespace {

volatile std::sig_atomic_t stopped = 0;

void stop(int) { stopped = 1; }

/// A line an operation, and one for what is not as expected at once.
class Talker {
 public:
  void operator()(const Result& result, int done, int total) {
    if (result.tried->operation != operation_) {
      operation_ = result.tried->operation;
      std::cerr << "[" << done << "/" << total << "] " << operation_ << '\n';
    }
    if (!is_unexpected(result)) return;
    std::cerr << "  " << name_of(result.outcome) << ": " << result.tried->claim << '\n';
  }

 private:
  std::string operation_;
};

int list_cases(const Options& options) {
  for (const Case& one : all_cases()) {
    if (!is_wanted(one, options.only)) continue;
    std::cout << one.name() << " (" << name_of(one.facts.source) << (one.tags().empty() ? "" : "; ")
              << one.tags() << ")\n";
  }
  return 0;
}

int compare_recordings(const Options& options) {
  const Comparison result = compare(options.first, options.second);
  std::cout << result.text;
  return result.is_alike ? 0 : 1;
}

void write_reports(const Options& options, const Run& run) {
  if (!options.junit.empty()) write_file(options.junit, junit_of(run));
  if (!options.markdown.empty()) write_file(options.markdown, markdown_of(run));
}

int run_against(const Options& options) {
  std::optional<Recording> recording;
  if (!options.record.empty()) recording.emplace(options.record);
  std::optional<Session> session;
  try {
    session.emplace(options);
  } catch (const Failure& failure) {
    std::cerr << "nsemu-conform: " << failure.what() << '\n';
    return 2;
  }
  std::cerr << options.url << ", server "
            << (session->server_version().empty() ? "of no known version"
                                                  : session->server_version())
            << (session->is_lenient()    ? ", a lenient emulator"
                : session->is_emulator() ? ", an emulator"
                                         : "")
            << "; as " << session->caller().name << "; the run is " << session->prefix() << '\n';
  const Run run =
      run_cases(*session, recording ? &*recording : nullptr, Talker(), [] { return stopped != 0; });
  if (recording) recording->finish(run);
  std::cout << summary_of(run);
  if (run.results.empty()) {
    std::cerr << "nsemu-conform: no case was run (nsemu-conform list shows their names)\n";
    return 2;
  }
  write_reports(options, run);
  if (stopped != 0) std::cout << "stopped before the end\n";
  if (run.is_cut) {
    std::cerr << "nsemu-conform: no answer any more from " << options.url << '\n';
    return 5;
  }
  return run.is_as_expected() && stopped == 0 ? 0 : 1;
}

int run_program(const Options& options) {
  switch (options.verb) {
    case Options::Verb::help:
      std::cout << help_text();
      return 0;
    case Options::Verb::list:
      return list_cases(options);
    case Options::Verb::compare:
      return compare_recordings(options);
    case Options::Verb::run:
      break;
  }
  return run_against(options);
}

int exit_code_of(int count, const char* const* arguments) {
  try {
    return run_program(parse_options(count, arguments));
  } catch (const UsageError& error) {
    std::cerr << "nsemu-conform: " << error.what() << '\n';
    return 2;
  } catch (const Unreachable& error) {
    std::cerr << "nsemu-conform: no answer from " << error.what() << '\n';
    return 5;
  } catch (const std::exception& error) {
    std::cerr << "nsemu-conform: " << error.what() << '\n';
    return 2;
  }
}

}  // namespace
}  // namespace conformance

int main(int count, char** arguments) {
  std::signal(SIGINT, conformance::stop);
  std::signal(SIGTERM, conformance::stop);
  std::signal(SIGHUP, conformance::stop);
  // Who no longer reads what it prints must not end it before it has removed what it made.
  std::signal(SIGPIPE, SIG_IGN);
  return conformance::exit_code_of(count, arguments);
}
