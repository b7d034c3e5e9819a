#include "store/rows.h"

namespace emulator::store {

void read_stamp(Query& query, Stamp& stamp) {
  query.read(stamp.registered);
  query.read(stamp.registered_associate_id);
  query.read(stamp.updated);
  query.read(stamp.updated_associate_id);
  query.read(stamp.updated_count);
}

void bind_stamp(Query& query, const Stamp& stamp) {
  query.bind(stamp.registered);
  query.bind(stamp.registered_associate_id);
  query.bind(stamp.updated);
  query.bind(stamp.updated_associate_id);
  query.bind(stamp.updated_count);
}

int next_id(Connection& connection, const std::string& table) {
  static const std::string sql =
      "UPDATE sequence SET next_id = next_id + 1 WHERE tableName = ? RETURNING next_id - 1";
  Query query(connection, sql, table);
  int id = 0;
  if (!query.step()) throw Error("no ids are given out for " + table);
  query.read(id);
  query.finish();
  return id;
}

}  // namespace emulator::store
