#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "store/mappings.h"

/// The verbs that all tables with an id share, made from the tables' mappings.
namespace emulator::store {

/// The columns of a stamp, in the order of read_stamp() and bind_stamp().
inline constexpr const char* stamp_columns =
    "registered, registered_associate_id, updated, updated_associate_id, updatedCount";
/// To be given the author's `now` and `associate_id`, in this order.
inline constexpr const char* stamp_update =
    "updated = ?, updated_associate_id = ?, updatedCount = updatedCount + 1";

void read_stamp(Query& query, Stamp& stamp);
void bind_stamp(Query& query, const Stamp& stamp);

/// A number that no row of the table has ever had. They begin at 1001, as the rows of seeds that
/// are built in are below that; after a seed file, above its highest id.
int next_id(Connection& connection, const std::string& table);

/// `SELECT` of whole records, to be read by all() or first(). The rest: `WHERE`, `ORDER BY`.
template <class Record>
std::string select(const std::string& rest) {
  std::string sql = std::string("SELECT ") + Mapping<Record>::key + ", ";
  const Record record;
  Mapping<Record>::columns(record, [&](const char* name, const auto&) {
    sql += name;
    sql += ", ";
  });
  return sql + stamp_columns + " FROM " + Mapping<Record>::table + " " + rest;
}

template <class Record, class... Values>
std::vector<Record> all(Connection& connection, const std::string& sql, const Values&... values) {
  std::vector<Record> records;
  Query query(connection, sql, values...);
  while (query.step()) {
    Record& record = records.emplace_back();
    query.read(record.id);
    Mapping<Record>::columns(record, [&](const char*, auto&& member) { query.read(member); });
    read_stamp(query, record.stamp);
  }
  return records;
}

template <class Record, class... Values>
std::optional<Record> first(Connection& connection, const std::string& sql,
                            const Values&... values) {
  auto records = all<Record>(connection, sql, values...);
  if (records.empty()) return std::nullopt;
  return std::move(records.front());
}

template <class Record>
std::optional<Record> find_row(Connection& connection, int id) {
  static const std::string sql =
      select<Record>(std::string("WHERE ") + Mapping<Record>::key + " = ?");
  return first<Record>(connection, sql, id);
}

/// Inserts a row with the id and the stamp that the record has.
template <class Record>
void put_row(Connection& connection, const Record& record) {
  static const std::string sql = [] {
    std::string names = Mapping<Record>::key;
    std::string marks = "?";
    const Record empty;
    Mapping<Record>::columns(empty, [&](const char* name, const auto&) {
      names += std::string(", ") + name;
      marks += ", ?";
    });
    return std::string("INSERT INTO ") + Mapping<Record>::table + " (" + names + ", " +
           stamp_columns + ") VALUES (" + marks + ", ?, ?, ?, ?, ?)";
  }();
  Query query(connection, sql, record.id);
  Mapping<Record>::columns(record, [&](const char*, const auto& member) { query.bind(member); });
  bind_stamp(query, record.stamp);
  query.finish();
}

template <class Record>
void insert_row(Connection& connection, Record& record, const Author& author) {
  Record row = record;
  row.id = next_id(connection, Mapping<Record>::table);
  row.stamp = {.registered = author.now, .registered_associate_id = author.associate_id};
  put_row(connection, row);
  record = std::move(row);
}

template <class Record>
void update_row(Connection& connection, Record& record, const Author& author) {
  static const std::string sql = [] {
    std::string sets;
    const Record empty;
    Mapping<Record>::columns(
        empty, [&](const char* name, const auto&) { sets += std::string(name) + " = ?, "; });
    return std::string("UPDATE ") + Mapping<Record>::table + " SET " + sets + stamp_update +
           " WHERE " + Mapping<Record>::key + " = ? RETURNING " + stamp_columns;
  }();
  Query query(connection, sql);
  Mapping<Record>::columns(std::as_const(record),
                           [&](const char*, const auto& member) { query.bind(member); });
  query.bind(author.now);
  query.bind(author.associate_id);
  query.bind(record.id);
  if (!query.step()) {
    throw Error(std::string(Mapping<Record>::table) + " has no row " + std::to_string(record.id));
  }
  read_stamp(query, record.stamp);
  query.finish();
}

/// Id 0 inserts; an id without a row is an error.
template <class Record>
void save_row(Connection& connection, Record& record, const Author& author) {
  record.id == 0 ? insert_row(connection, record, author) : update_row(connection, record, author);
}

/// False: there is no such row.
template <class Record>
bool remove_row(Connection& connection, int id) {
  static const std::string sql = std::string("DELETE FROM ") + Mapping<Record>::table + " WHERE " +
                                 Mapping<Record>::key + " = ?";
  return change(connection, sql, id) > 0;
}

}  // namespace emulator::store
