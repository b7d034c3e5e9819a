#include "store/query.h"

namespace emulator::store {

void Query::bind_int(int value) {
  translating_errors([&] { statement_.bind(++parameter_, value); });
}

void Query::bind_text(std::string_view value) {
  translating_errors([&] { statement_.bind(++parameter_, std::string(value)); });
}

void Query::bind_null() {
  translating_errors([&] { statement_.bind(++parameter_); });
}

bool Query::step() {
  column_ = 0;
  return translating_errors([&] { return statement_.executeStep(); });
}

bool Query::next_is_null() {
  return translating_errors([&] { return statement_.getColumn(column_).isNull(); });
}

int Query::read_int() {
  return translating_errors([&] { return statement_.getColumn(column_++).getInt(); });
}

std::string Query::read_text() {
  return translating_errors([&] { return statement_.getColumn(column_++).getString(); });
}

}  // namespace emulator::store
