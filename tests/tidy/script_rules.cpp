#include "tests/tidy/script_rules.h"

#include <cctype>
#include <csignal>
#include <cstdio>
#include <set>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace tidy {
namespace {

/// run, build, test: 0, 1, 2; another word: -1.
int rank_of(const std::string& column) {
  if (column == "run") return 0;
  if (column == "build") return 1;
  return column == "test" ? 2 : -1;
}

/// --port is not named by --port-file.
bool names(std::string_view text, const std::string& flag) {
  for (auto at = text.find(flag); at != text.npos; at = text.find(flag, at + 1)) {
    const auto end = at + flag.size();
    if (end == text.size() ||
        (text[end] != '-' && std::isalpha(static_cast<unsigned char>(text[end])) == 0))
      return true;
  }
  return false;
}

}  // namespace

Breaches unrunnable_scripts(const std::string& path, const File& file) {
  Breaches found;
  if (!is_shell_script(path, file)) return found;
  if (!file.text.starts_with("#!")) found.push_back({path, 1, "does not say its interpreter"});
  if (!file.executable) found.push_back({path, 0, "is not executable"});
  return found;
}

Breaches broken_scripts(const std::string& path, const File& file) {
  if (!is_shell_script(path, file)) return {};
  // Bash may give up before it has read everything.
  std::signal(SIGPIPE, SIG_IGN);
  std::FILE* bash = popen("bash -n 2>/dev/null", "w");
  if (bash == nullptr) throw std::runtime_error("cannot run bash");
  std::fwrite(file.text.data(), 1, file.text.size(), bash);
  if (pclose(bash) == 0) return {};
  return {{path, 0, "bash does not understand it"}};
}

Breaches untidy_packages(const std::string& path, std::string_view text) {
  Breaches found;
  std::set<std::string> seen;
  std::pair<int, std::string> last{-1, ""};
  std::size_t number = 0;
  for (const auto line : lines_of(text)) {
    ++number;
    std::istringstream words{std::string(line)};
    std::string name, column, more;
    if (!(words >> name) || name.front() == '#') continue;
    words >> column >> more;
    const std::pair<int, std::string> current{rank_of(column), name};
    if (current.first < 0) found.push_back({path, number, "column is run, build or test"});
    if (!more.empty() && more.front() != '#') found.push_back({path, number, "has a third column"});
    if (!seen.insert(name).second) found.push_back({path, number, name + " is there twice"});
    if (current < last) found.push_back({path, number, name + " is out of order"});
    last = current;
  }
  return found;
}

Breaches unexplained_options(std::string_view readme, const std::vector<std::string>& options) {
  Breaches found;
  for (const auto& option : options) {
    const auto flag = "--" + option;
    if (!names(readme, flag)) found.push_back({"README.md", 0, "does not name " + flag});
  }
  return found;
}

}  // namespace tidy
