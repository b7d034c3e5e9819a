#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/seeds/seed_tables.h"

namespace emulator {

/// A word of the schema and what it stands for.
template <class Value>
using SeedWord = std::pair<std::string_view, Value>;

/// Reads the members of one object of the file. What is absent leaves its target as it was; so does
/// a value of the wrong type, which the schema has refused already.
class EntryReader {
 public:
  EntryReader(const boost::json::object& object, std::string path, SeedProblems& problems)
      : object_(object), path_(std::move(path)), problems_(problems) {}

  bool has(std::string_view name) const { return find(name) != nullptr; }
  void read(std::string_view name, std::string& target) const;
  /// Not negative: no number of a seed is.
  void read(std::string_view name, int& target) const;
  void read(std::string_view name, bool& target) const;
  /// UTC, as the store keeps it; tells of what is no date.
  void read_moment(std::string_view name, std::string& target) const;
  template <class Target, class Value, std::size_t Count>
  void read_word(std::string_view name, Target& target,
                 const SeedWord<Value> (&words)[Count]) const {
    std::string text;
    read(name, text);
    for (const auto& [word, value] : words) {
      if (word == text) target = value;
    }
  }
  /// Null where there is none.
  const boost::json::array* list(std::string_view name) const;
  const boost::json::object* member(std::string_view name) const;

  /// The id of the row of the table that the member refers to.
  template <class Record>
  void refer(std::string_view name, const SeedTable<Record>& table, int& target) const {
    const boost::json::value* value = find(name);
    if (value == nullptr) return;
    if (const auto id = referred(*value, path(name), view_of(table))) target = *id;
  }
  /// The ids that a list refers to; none where there is no list.
  template <class Record>
  std::optional<Ids> refer_all(std::string_view name, const SeedTable<Record>& table) const {
    return all_referred(name, view_of(table));
  }

  /// Tells that a new row lacks it.
  void need(std::string_view name) const;
  void tell(const std::string& reason) const { problems_.tell(path_, reason); }
  void tell(std::string_view name, const std::string& reason) const;
  std::string path(std::string_view name) const;
  const std::string& path() const { return path_; }
  /// Whether anything is wrong with the object so far.
  bool is_flawed() const { return problems_.are_within(path_); }

 private:
  /// A table of any kind of rows.
  struct TableView {
    const std::string& kind;
    const std::map<std::string, Ids>& names;
    std::function<bool(int)> has;
  };
  template <class Record>
  static TableView view_of(const SeedTable<Record>& table) {
    return {table.kind, table.names, [&table](int id) { return table.rows.contains(id); }};
  }

  const boost::json::value* find(std::string_view name) const;
  std::optional<int> referred(const boost::json::value& value, const std::string& path,
                              const TableView& table) const;
  std::optional<Ids> all_referred(std::string_view name, const TableView& table) const;

  const boost::json::object& object_;
  std::string path_;
  SeedProblems& problems_;
};

}  // namespace emulator
