#include "server/tenants/data_directory.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <system_error>

#include "store/store.h"

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

[[noreturn]] void fail(const std::string& what, const std::string& path) {
  throw store::Error("cannot " + what + " " + path + ": " + error_text(errno));
}

// Under its name it is whole, whenever the process is killed or the power fails.
void write_key(const std::string& path, const Vault::Key& key) {
  const std::string unfinished = path + ".new";
  unlink(unfinished.c_str());
  const int file = open(unfinished.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) fail("make", unfinished);
  const bool is_whole = write(file, key.data(), key.size()) == std::ssize(key) && fsync(file) == 0;
  if (close(file) != 0 || !is_whole) fail("write", unfinished);
  if (rename(unfinished.c_str(), path.c_str()) != 0) fail("make", path);
}

Vault::Key read_key(const std::string& path) {
  Vault::Key key{};
  std::error_code failure;
  const auto size = fs::file_size(path, failure);
  if (failure) throw store::Error("cannot read " + path + ": " + failure.message());
  if (size != key.size()) {
    throw store::Error(path + " is no key: it has " + std::to_string(size) + " bytes, a key has " +
                       std::to_string(key.size()));
  }
  std::ifstream file(path, std::ios::binary);
  if (!file.read(reinterpret_cast<char*>(key.data()), std::ssize(key))) fail("read", path);
  return key;
}

}  // namespace

DataDirectory::DataDirectory(const std::string& path) : path_(made(path)), lock_(locked(path_)) {}

DataDirectory::~DataDirectory() { close(lock_); }

std::string DataDirectory::file_of(const std::string& tenant_key) const {
  return (path_ / (tenant_key + ".sqlite")).string();
}

bool DataDirectory::has_file_of(const std::string& tenant_key) const {
  std::error_code failure;
  return fs::exists(file_of(tenant_key), failure);
}

bool DataDirectory::has_foreign_file_of(const std::string& tenant_key) const {
  return has_file_of(tenant_key) && !store::Store::is_own_file(file_of(tenant_key));
}

void DataDirectory::remove_file_of(const std::string& tenant_key) const {
  const std::string path = file_of(tenant_key);
  for (const char* ending : {"", "-wal", "-shm"}) {
    std::error_code failure;
    fs::remove(path + ending, failure);
    if (failure) throw store::Error("cannot remove " + path + ending + ": " + failure.message());
  }
}

Vault::Key DataDirectory::vault_key() const {
  const std::string path = (path_ / ".vault-key").string();
  if (!fs::exists(path)) write_key(path, Vault().key());
  return read_key(path);
}

}  // namespace emulator
