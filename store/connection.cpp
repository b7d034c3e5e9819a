#include "store/connection.h"

#include <SQLiteCpp/Backup.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string_view>

#include "store/sql.h"

namespace emulator::store {

namespace {

constexpr int application_id = 0x6E73656D;  // "nsem": tells our files from other programs'.
constexpr int schema_version = 2;
// Only a second process that writes to the same file, such as the sqlite3 shell, is waited for.
constexpr int busy_timeout_ms = 5000;

SQLite::Database open(const std::string& path) {
  return translating_errors([&] {
    // No mutex: the owner of the store locks.
    return SQLite::Database(
        path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_NOMUTEX, busy_timeout_ms);
  });
}

const char* synchronous(Durability durability) {
  switch (durability) {
    case Durability::full:
      return "PRAGMA synchronous = FULL";
    case Durability::off:
      return "PRAGMA synchronous = OFF";
    case Durability::normal:
      break;
  }
  return "PRAGMA synchronous = NORMAL";
}

// Readable by its owner alone: names and addresses are in it.
void write_durably(const std::string& path, std::string_view bytes) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  bool good = file >= 0;
  while (good && !bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    good = written > 0;
    if (good) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  good = good && ::fdatasync(file) == 0;
  const int why = errno;
  if (file >= 0) ::close(file);
  if (!good) throw Error(path + ": " + std::strerror(why), SQLITE_CANTOPEN);
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes;
  std::array<char, 65536> part{};
  while (file.read(part.data(), part.size()) || file.gcount() > 0) {
    bytes.append(part.data(), static_cast<std::size_t>(file.gcount()));
  }
  // A directory opens, but cannot be read.
  if (!file.is_open() || file.bad()) throw Error(std::strerror(errno), SQLITE_CANTOPEN);
  return bytes;
}

// The file format's write and read version: 1, or 2 for WAL, which a database in memory cannot be.
constexpr std::size_t version_at = 18;
constexpr char version_plain = 1;
constexpr char version_wal = 2;
// Four bytes, the highest first.
constexpr std::size_t application_id_at = 68;
constexpr std::string_view application_id_bytes = "nsem";
constexpr std::string_view file_begins_with = "SQLite format 3";

}  // namespace

Connection::Connection(const std::string& path, Durability durability) try : database_(open(path)) {
  open_schema();
  // Not before: it writes to the file, which might not be ours.
  run("PRAGMA journal_mode = WAL");
  run(synchronous(durability));
  run("PRAGMA foreign_keys = ON");
} catch (const Error& error) {
  throw Error(path + ": " + error.what(), error.code());
}

void Connection::open_schema() {
  if (sqlite3_db_readonly(database_.getHandle(), "main") != 0) {
    throw Error("the file is read-only", SQLITE_READONLY);
  }
  const int owner = pragma("application_id");
  const int version = pragma("user_version");
  if (owner == 0 && version == 0 &&
      pragma("schema_version") == 0) {  // Nothing was ever made in it.
    run("BEGIN IMMEDIATE");
    run(schema_sql);
    run(schema_directory_sql);
    run(schema_extras_sql);
    run("PRAGMA application_id = " + std::to_string(application_id));
    run("PRAGMA user_version = " + std::to_string(schema_version));
    run("COMMIT");
    return;
  }
  if (owner != application_id) throw Error("this database belongs to another program");
  if (version > schema_version) {
    throw Error("made by a newer version of this program (schema " + std::to_string(version) +
                ", known is " + std::to_string(schema_version) + ")");
  }
  if (version < schema_version) {
    throw Error("made by an older version of this program (schema " + std::to_string(version) +
                ", known is " + std::to_string(schema_version) + ")");
  }
  translating_errors([&] {
    const std::string verdict = database_.execAndGet("PRAGMA quick_check(1)").getString();
    if (verdict != "ok") throw Error("the file is damaged: " + verdict, SQLITE_CORRUPT);
  });
}

int Connection::pragma(const char* name) {
  return translating_errors(
      [&] { return database_.execAndGet(std::string("PRAGMA ") + name).getInt(); });
}

SQLite::Statement& Connection::statement(const std::string& sql) {
  const auto found = statements_.find(sql);
  if (found != statements_.end()) return found->second;
  return translating_errors([&]() -> SQLite::Statement& {
    return statements_.try_emplace(sql, database_, sql).first->second;
  });
}

void Connection::run(const std::string& script) {
  translating_errors([&] { return database_.exec(script); });
}

bool Connection::in_transaction() const {
  return sqlite3_get_autocommit(database_.getHandle()) == 0;
}

void Connection::copy_from(Connection& other) {
  translating_errors([&] {
    SQLite::Backup backup(database_, other.database_);
    const int result = backup.executeStep();
    if (result != SQLITE_DONE) {
      throw Error(std::string("cannot copy the store: ") + sqlite3_errstr(result), result);
    }
  });
}

// Page by page, those among them that are still in the WAL.
std::string Connection::image() {
  sqlite3_int64 size = 0;
  const std::unique_ptr<unsigned char, decltype(&sqlite3_free)> pages(
      sqlite3_serialize(database_.getHandle(), "main", &size, 0), sqlite3_free);
  if (!pages) throw Error("no memory for a copy", SQLITE_NOMEM);
  std::string image(reinterpret_cast<const char*>(pages.get()), static_cast<std::size_t>(size));
  image[version_at] = image[version_at + 1] = version_plain;
  return image;
}

void Connection::write_file(const std::string& path) {
  const std::string unfinished = path + ".new";
  std::string bytes = image();
  bytes[version_at] = bytes[version_at + 1] = version_wal;
  write_durably(unfinished, bytes);
  std::error_code failure;
  // A killed process leaves one beside its file, and SQLite would take it for the new file's.
  std::filesystem::remove(path + "-wal", failure);
  if (!failure) std::filesystem::rename(unfinished, path, failure);
  if (failure) throw Error(path + ": " + failure.message(), SQLITE_CANTOPEN);
}

bool Connection::is_own_file(const std::string& path) {
  std::array<char, application_id_at + application_id_bytes.size()> head{};
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), head.size());
  if (!file.is_open()) throw Error(path + ": " + std::strerror(errno), SQLITE_CANTOPEN);
  if (file.bad()) return false;  // A directory opens.
  const std::string_view read(head.data(), static_cast<std::size_t>(file.gcount()));
  return read.empty() ||
         (read.starts_with(file_begins_with) && read.ends_with(application_id_bytes));
}

void Connection::read_file(const std::string& path) {
  std::string bytes = bytes_of(path);
  if (!bytes.starts_with(file_begins_with) || bytes.size() <= version_at + 1) {
    throw Error("no SQLite database", SQLITE_NOTADB);
  }
  std::error_code none;
  const auto waiting = std::filesystem::file_size(path + "-wal", none);
  if (!none && waiting > 0) throw Error("in use, or not closed: some of it is in the file -wal");
  bytes[version_at] = bytes[version_at + 1] = version_plain;
  Connection other(":memory:", Durability::off);
  auto* const image = static_cast<unsigned char*>(sqlite3_malloc64(bytes.size()));
  if (image == nullptr) throw Error("no memory for a copy", SQLITE_NOMEM);
  std::copy(bytes.begin(), bytes.end(), image);
  const auto size = static_cast<sqlite3_int64>(bytes.size());
  // Frees the image in any case.
  const int result = sqlite3_deserialize(other.database_.getHandle(), "main", image, size, size,
                                         SQLITE_DESERIALIZE_FREEONCLOSE);
  if (result != SQLITE_OK) throw Error(sqlite3_errstr(result), result);
  other.open_schema();
  copy_from(other);
}

}  // namespace emulator::store
