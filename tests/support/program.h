#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace emulator::testing {

/// A directory of its own that goes away with its owner.
class ScratchDirectory {
 public:
  ScratchDirectory();
  ~ScratchDirectory();
  ScratchDirectory(const ScratchDirectory&) = delete;
  ScratchDirectory& operator=(const ScratchDirectory&) = delete;

  std::filesystem::path path(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

/// The program nsemu, or another one, in a process of its own. Waits are bounded: a test fails, it
/// does not hang.
class Program {
 public:
  /// Starts it; `arguments` follow the program's name. No NSEMU_ variable is handed on.
  explicit Program(const std::vector<std::string>& arguments);
  /// Starts another program.
  Program(const std::string& path, const std::vector<std::string>& arguments);
  /// Kills what still runs.
  ~Program();
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  void signal(int number) const;
  /// Exit code, or minus the signal that ended it; none: it still runs after 10 seconds.
  std::optional<int> wait();
  bool is_running();
  pid_t id() const { return process_; }

  std::string out() const;
  std::string err() const;

 private:
  ScratchDirectory scratch_;
  pid_t process_ = -1;
  std::optional<int> status_;
};

/// Where the built nsemu is.
std::string nsemu_path();

/// A Program that serves on a free port; made when it answers. Throws when it does not start.
class RunningServer {
 public:
  explicit RunningServer(const std::vector<std::string>& arguments = {});
  /// Another program, which takes a word and the file to write its port to.
  static std::unique_ptr<RunningServer> other(const std::string& path, const std::string& word);

  std::uint16_t port() const { return port_; }
  Program& program() { return *program_; }

 private:
  struct NotStarted {};
  explicit RunningServer(NotStarted) {}
  void wait_for_port();

  ScratchDirectory scratch_;
  std::optional<Program> program_;
  std::uint16_t port_ = 0;
};

/// What a file holds; empty when there is none.
std::string file_text(const std::filesystem::path& path);

}  // namespace emulator::testing
