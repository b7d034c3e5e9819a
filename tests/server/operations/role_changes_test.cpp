#include "server/operations/role_changes.h"

#include <doctest/doctest.h>

#include "server/domain/fault.h"
#include "tests/support/call_fixture.h"

using namespace emulator;
using namespace emulator::testing;

TEST_CASE_FIXTURE(CallFixture,
                  "Role changes: a role that is there and not deleted may be changed") {
  CHECK(changeable_role(call, 13) == store().roles.find(13));
  for (const int id : {0, 14, 99}) {
    CHECK_THROWS_AS(changeable_role(call, id), Fault);
  }
}

TEST_CASE_FIXTURE(CallFixture, "Role changes: a cell is written only when it says something new") {
  store::DataRight cell{.role_id = 4, .table_id = 5, .crud = "CRU"};
  const auto stored = [&] { return store().data_rights.find(4, 5, store::RelationToOwner::owner); };
  save_data_right(call, cell);
  CHECK(stored()->stamp.updated_count == 0);
  cell.crud = "R";
  save_data_right(call, cell);
  CHECK(stored()->crud == "R");
  CHECK(stored()->stamp.updated_count == 1);
  cell.crud = "";
  save_data_right(call, cell);
  CHECK(stored()->crud == "");
}

TEST_CASE_FIXTURE(CallFixture, "Role changes: no right needs no cell, any other one makes it") {
  store().data_rights.remove_all(4);
  save_data_right(call, {.role_id = 4, .table_id = 5});
  CHECK(store().data_rights.list(4).empty());
  save_data_right(call, {.role_id = 4, .table_id = 5, .crud = "R"});
  CHECK(store().data_rights.list(4).size() == 1);
}
