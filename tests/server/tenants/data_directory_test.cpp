#include "server/tenants/data_directory.h"

#include <doctest/doctest.h>

#include <fstream>
#include <optional>

#include "store/error.h"
#include "tests/support/program.h"

using namespace emulator;
using testing::file_text;
using testing::Program;
using testing::ScratchDirectory;
namespace fs = std::filesystem;

namespace {

constexpr auto everybody = fs::perms::owner_all | fs::perms::group_all | fs::perms::others_all;

fs::perms mode_of(const fs::path& path) { return fs::status(path).permissions(); }

/// Why the directory cannot be had; empty: it can.
std::string refusal_of(const fs::path& path) {
  try {
    const DataDirectory directory(path.string());
    return {};
  } catch (const store::Error& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("Data directory: it is made, with all above it, for its owner alone") {
  const ScratchDirectory scratch;
  for (const std::string name : {"data", "not/yet/there", "slash/"}) {
    CAPTURE(name);
    const DataDirectory directory(scratch.path(name).string());
    CHECK(mode_of(scratch.path(name)) == fs::perms::owner_all);
    CHECK(mode_of(scratch.path(name) / ".lock") ==
          (fs::perms::owner_read | fs::perms::owner_write));
  }
}

TEST_CASE("Data directory: one that is there keeps its mode") {
  const ScratchDirectory scratch;
  fs::create_directory(scratch.path("data"));
  fs::permissions(scratch.path("data"), everybody);
  const DataDirectory directory(scratch.path("data").string());
  CHECK(mode_of(scratch.path("data")) == everybody);
}

TEST_CASE("Data directory: a tenant's file is in it, named after the tenant, and not made yet") {
  const ScratchDirectory scratch;
  const DataDirectory directory(scratch.path("data").string());
  CHECK(directory.file_of("a.b") == scratch.path("data/a.b.sqlite").string());
  CHECK_FALSE(fs::exists(scratch.path("data/a.b.sqlite")));
}

TEST_CASE("Data directory: one at a time has it, by whatever path") {
  const ScratchDirectory scratch;
  const fs::path path = scratch.path("data");
  fs::create_directory_symlink(path, scratch.path("link"));
  {
    const DataDirectory directory(path.string());
    CHECK(refusal_of(path) == "another nsemu is using the directory " + path.string());
    CHECK_FALSE(refusal_of(scratch.path("link")).empty());
    CHECK_FALSE(refusal_of(scratch.path("data/../data/")).empty());
    CHECK(refusal_of(scratch.path("other")).empty());
    // A refusal takes nothing away from who has it.
    CHECK_FALSE(refusal_of(path).empty());
  }
  CHECK(refusal_of(path).empty());
}

TEST_CASE("Data directory: a lock file that nobody holds does not matter") {
  const ScratchDirectory scratch;
  fs::create_directory(scratch.path("data"));
  std::ofstream(scratch.path("data/.lock")) << "of a killed process";
  CHECK(refusal_of(scratch.path("data")).empty());
}

TEST_CASE("Data directory: a program that was started meanwhile does not hold on to it") {
  const ScratchDirectory scratch;
  std::optional<DataDirectory> directory(scratch.path("data").string());
  Program program("/bin/sleep", {"60"});
  directory.reset();
  CHECK(refusal_of(scratch.path("data")).empty());
  CHECK(program.is_running());
}

TEST_CASE("Data directory: one that cannot be is an error of the store, and names itself") {
  const ScratchDirectory scratch;
  std::ofstream(scratch.path("file")) << "not a directory";
  fs::create_directories(scratch.path("locked/.lock"));  // A directory where the lock should be.
  for (const char* const name : {"file", "file/below", "locked"}) {
    CAPTURE(name);
    CHECK(refusal_of(scratch.path(name)).find(scratch.path(name).string()) != std::string::npos);
  }
  CHECK(file_text(scratch.path("file")) == "not a directory");
}

TEST_CASE("Data directory: its key is random, for its owner alone, and the same for ever") {
  const ScratchDirectory scratch;
  const auto key_of = [&](const char* name) {
    return DataDirectory(scratch.path(name).string()).vault_key();
  };
  const Vault::Key key = key_of("data");
  CHECK(mode_of(scratch.path("data/.vault-key")) ==
        (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(file_text(scratch.path("data/.vault-key")) == std::string(key.begin(), key.end()));
  CHECK_FALSE(fs::exists(scratch.path("data/.vault-key.new")));
  CHECK(key_of("data") == key);
  CHECK(key_of("other") != key);
  fs::remove(scratch.path("data/.vault-key"));
  CHECK(key_of("data") != key);
}

TEST_CASE("Data directory: a key that a killed process did not finish is made anew") {
  const ScratchDirectory scratch;
  const DataDirectory directory(scratch.path("data").string());
  std::ofstream(scratch.path("data/.vault-key.new")) << "half";
  fs::permissions(scratch.path("data/.vault-key.new"), everybody);
  CHECK(directory.vault_key() == directory.vault_key());
  CHECK(mode_of(scratch.path("data/.vault-key")) ==
        (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("Data directory: a file that is no key is refused by name, and left alone") {
  const ScratchDirectory scratch;
  const DataDirectory directory(scratch.path("data").string());
  const fs::path path = scratch.path("data/.vault-key");
  for (const std::size_t size : {0, 31, 33, 4096}) {
    std::ofstream(path) << std::string(size, 'x');
    CHECK_THROWS_WITH_AS(
        directory.vault_key(),
        (path.string() + " is no key: it has " + std::to_string(size) + " bytes, a key has 32")
            .c_str(),
        store::Error);
    CHECK(file_text(path) == std::string(size, 'x'));
  }
  fs::remove(path);
  fs::create_directory(path);
  CHECK_THROWS_AS(directory.vault_key(), store::Error);
}

TEST_CASE("Data directory: a tenant's file is removed with what SQLite has beside it, alone") {
  const ScratchDirectory scratch;
  const DataDirectory directory(scratch.path("data").string());
  const auto file = [&](const std::string& name) { return scratch.path("data/" + name); };
  CHECK_FALSE(directory.has_file_of("a"));
  CHECK_NOTHROW(directory.remove_file_of("a"));
  for (const char* name : {"a.sqlite", "a.sqlite-wal", "a.sqlite-shm", "a.b.sqlite", "aa.sqlite"}) {
    std::ofstream(file(name)) << "x";
  }
  CHECK(directory.has_file_of("a"));
  directory.remove_file_of("a");
  CHECK_FALSE(directory.has_file_of("a"));
  CHECK_FALSE(fs::exists(file("a.sqlite-wal")));
  CHECK_FALSE(fs::exists(file("a.sqlite-shm")));
  CHECK(directory.has_file_of("a.b"));
  CHECK(directory.has_file_of("aa"));
  fs::create_directories(file("b.sqlite/below"));
  CHECK_THROWS_AS(directory.remove_file_of("b"), store::Error);
}
