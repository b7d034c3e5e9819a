#include "server/transport/port_file.h"

#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace emulator {

void write_port_file(const std::string& path, std::uint16_t port) {
  const std::string unfinished = path + ".tmp";
  const auto fail = [&path](const std::error_code& error) {
    throw std::runtime_error("cannot write the port file " + path + ": " + error.message());
  };
  std::ofstream file(unfinished);
  file << port << '\n';
  file.close();
  if (!file) fail({errno, std::generic_category()});
  std::error_code error;
  std::filesystem::rename(unfinished, path, error);
  if (error) fail(error);
}

void remove_port_file(const std::string& path) {
  // Not std::filesystem::remove, which takes an empty directory, too.
  if (::unlink(path.c_str()) == 0 || errno == ENOENT) return;
  throw std::runtime_error("cannot remove the port file " + path + ": " +
                           std::generic_category().message(errno));
}

}  // namespace emulator
