#include "server/tenants/data_directory.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "store/error.h"

namespace emulator {
namespace {

namespace fs = std::filesystem;

std::string error_text(int error) { return std::generic_category().message(error); }

fs::path made(const std::string& path) {
  std::error_code failure;
  if (fs::create_directories(path, failure)) {
    fs::permissions(path, fs::perms::owner_all, failure);
  }
  if (failure) throw store::Error("cannot make the directory " + path + ": " + failure.message());
  return path;
}

// The lock goes with the process, however that ends; the file stays, and says nothing.
int locked(const fs::path& directory) {
  const std::string path = (directory / ".lock").string();
  const int file = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) throw store::Error("cannot make " + path + ": " + error_text(errno));
  if (flock(file, LOCK_EX | LOCK_NB) == 0) return file;
  const int error = errno;
  close(file);
  if (error == EWOULDBLOCK) {
    throw store::Error("another nsemu is using the directory " + directory.string());
  }
  throw store::Error("cannot lock " + path + ": " + error_text(error));
}

}  // namespace

DataDirectory::DataDirectory(const std::string& path) : path_(made(path)), lock_(locked(path_)) {}

DataDirectory::~DataDirectory() { close(lock_); }

std::string DataDirectory::file_of(const std::string& tenant_key) const {
  return (path_ / (tenant_key + ".sqlite")).string();
}

}  // namespace emulator
