#include "store/data_rights.h"

#include "store/rows.h"

namespace emulator::store {

namespace {

std::vector<DataRight> read_all(Query&& query) {
  std::vector<DataRight> rights;
  while (query.step()) {
    DataRight& right = rights.emplace_back();
    query.read(right.role_id);
    query.read(right.table_id);
    query.read(right.field_id);
    query.read(right.relation);
    query.read(right.crud);
    read_stamp(query, right.stamp);
  }
  return rights;
}

std::string select_where(const std::string& condition) {
  return std::string("SELECT roleId, tableId, fieldId, relationToOwner, CRUD, ") + stamp_columns +
         " FROM DataRight WHERE fieldId = 0 AND " + condition;
}

}  // namespace

std::optional<DataRight> DataRights::find(int role_id, int table_id, RelationToOwner relation) {
  static const std::string sql = select_where("roleId = ? AND tableId = ? AND relationToOwner = ?");
  const auto rights = read_all(Query(connection_, sql, role_id, table_id, relation));
  if (rights.empty()) return std::nullopt;
  return rights.front();
}

std::vector<DataRight> DataRights::list(int role_id) {
  static const std::string sql = select_where("roleId = ? ORDER BY tableId, relationToOwner");
  return read_all(Query(connection_, sql, role_id));
}

void DataRights::save(DataRight& right, const Author& author) {
  static const std::string sql =
      std::string(
          "INSERT INTO DataRight (roleId, tableId, fieldId, relationToOwner, CRUD, "
          "registered, registered_associate_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
          "ON CONFLICT DO UPDATE SET CRUD = ?5, updated = ?6, updated_associate_id = ?7, "
          "updatedCount = updatedCount + 1 RETURNING ") +
      stamp_columns;
  Query query(connection_, sql, right.role_id, right.table_id, right.field_id, right.relation,
              right.crud, author.now, author.associate_id);
  query.step();
  read_stamp(query, right.stamp);
  query.finish();
}

bool DataRights::remove(int role_id, int table_id, RelationToOwner relation) {
  static const std::string sql =
      "DELETE FROM DataRight WHERE roleId = ? AND tableId = ? AND fieldId = 0 "
      "AND relationToOwner = ?";
  return change(connection_, sql, role_id, table_id, relation) > 0;
}

void DataRights::remove_all(int role_id) {
  static const std::string sql = "DELETE FROM DataRight WHERE roleId = ?";
  change(connection_, sql, role_id);
}

}  // namespace emulator::store
