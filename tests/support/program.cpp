#include "tests/support/program.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <thread>

extern char** environ;

namespace emulator::testing {
namespace {

constexpr std::chrono::seconds patience{10};

template <class Condition>
bool eventually(Condition condition) {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
  }
  return true;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

std::vector<std::string> plain_environment() {
  std::vector<std::string> variables;
  for (char** variable = environ; *variable != nullptr; ++variable) {
    const std::string text = *variable;
    if (text.rfind("NSEMU_", 0) != 0) variables.push_back(text);
  }
  return variables;
}

}  // namespace

ScratchDirectory::ScratchDirectory() {
  std::string pattern = (std::filesystem::temp_directory_path() / "nsemu-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no directory " + pattern);
  path_ = pattern;
}

ScratchDirectory::~ScratchDirectory() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::string nsemu_path() { return NSEMU_PROGRAM; }

Program::Program(const std::vector<std::string>& arguments) : Program(nsemu_path(), arguments) {}

Program::Program(const std::string& path, const std::vector<std::string>& arguments) {
  std::vector<std::string> words{path};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<std::string> variables = plain_environment();
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  constexpr int flags = O_WRONLY | O_CREAT | O_TRUNC;
  posix_spawn_file_actions_addopen(&actions, 1, scratch_.path("out").c_str(), flags, 0600);
  posix_spawn_file_actions_addopen(&actions, 2, scratch_.path("err").c_str(), flags, 0600);
  const int error = posix_spawn(&process_, path.c_str(), &actions, nullptr, pointers(words).data(),
                                pointers(variables).data());
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) throw std::runtime_error("cannot start " + path);
}

Program::~Program() {
  if (is_running()) {
    signal(SIGKILL);
    wait();
  }
}

void Program::signal(int number) const { kill(process_, number); }

bool Program::is_running() {
  if (status_) return false;
  int status = 0;
  if (waitpid(process_, &status, WNOHANG) != process_) return true;
  status_ = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  return false;
}

std::optional<int> Program::wait() {
  eventually([this] { return !is_running(); });
  return status_;
}

std::string Program::out() const { return file_text(scratch_.path("out")); }
std::string Program::err() const { return file_text(scratch_.path("err")); }

RunningServer::RunningServer(const std::vector<std::string>& arguments) {
  std::vector<std::string> all{"--port", "0", "--port-file", scratch_.path("port").string()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  program_.emplace(all);
  wait_for_port();
}

std::unique_ptr<RunningServer> RunningServer::other(const std::string& path,
                                                    const std::string& word) {
  std::unique_ptr<RunningServer> server(new RunningServer(NotStarted{}));
  server->program_.emplace(path,
                           std::vector<std::string>{word, server->scratch_.path("port").string()});
  server->wait_for_port();
  return server;
}

void RunningServer::wait_for_port() {
  const auto file = scratch_.path("port");
  eventually([&] { return std::filesystem::exists(file) || !program_->is_running(); });
  const std::string text = file_text(file);
  if (text.empty()) throw std::runtime_error("the server does not start: " + program_->err());
  port_ = static_cast<std::uint16_t>(std::stoi(text));
}

std::string file_text(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace emulator::testing
