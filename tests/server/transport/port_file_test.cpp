#include "server/transport/port_file.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

using namespace emulator;
namespace fs = std::filesystem;

namespace {

struct Folder {
  fs::path path = fs::temp_directory_path() / ("port_file_test." + std::to_string(::getpid()));
  Folder() { fs::create_directory(path); }
  ~Folder() { fs::remove_all(path); }
};

std::string content(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("Port file: holds the port and a newline, replaces an older one, leaves nothing else") {
  const Folder folder;
  const fs::path file = folder.path / "port";
  write_port_file(file, 8086);
  CHECK(content(file) == "8086\n");
  write_port_file(file, 7);
  CHECK(content(file) == "7\n");
  CHECK(std::distance(fs::directory_iterator(folder.path), {}) == 1);
}

TEST_CASE("Port file: a folder that is not there is an error that names the file") {
  const Folder folder;
  const std::string file = folder.path / "missing" / "port";
  const std::string text = "cannot write the port file " + file + ": No such file or directory";
  CHECK_THROWS_WITH_AS(write_port_file(file, 1), text.c_str(), std::runtime_error);
}

TEST_CASE("Port file: a folder in its place is an error") {
  const Folder folder;
  fs::create_directories(folder.path / "port" / "inside");
  CHECK_THROWS_AS(write_port_file(folder.path / "port", 1), std::runtime_error);
}

TEST_CASE("Port file: a folder in its place is not removed, even if nothing is in it") {
  const Folder folder;
  const fs::path path = folder.path / "port";
  fs::create_directory(path);
  CHECK_THROWS_AS(remove_port_file(path.string()), std::runtime_error);
  CHECK(fs::exists(path));
}

TEST_CASE("Port file: an old one is removed, one that is not there is no error") {
  const Folder folder;
  const fs::path path = folder.path / "port";
  write_port_file(path.string(), 8086);
  remove_port_file(path.string());
  CHECK_FALSE(fs::exists(path));
  CHECK_NOTHROW(remove_port_file(path.string()));
}
