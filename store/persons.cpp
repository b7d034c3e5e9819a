#include "store/persons.h"

#include "store/rows.h"

namespace emulator::store {

std::optional<Person> Persons::find(int id) { return find_row<Person>(connection_, id); }

std::vector<Person> Persons::list() {
  static const std::string sql = select<Person>("ORDER BY person_id");
  return all<Person>(connection_, sql);
}

std::vector<Person> Persons::list_of_contact(int contact_id) {
  static const std::string sql = select<Person>("WHERE contact_id = ? ORDER BY person_id");
  return all<Person>(connection_, sql, contact_id);
}

void Persons::save(Person& person, const Author& author) { save_row(connection_, person, author); }

bool Persons::remove(int id) { return remove_row<Person>(connection_, id); }

}  // namespace emulator::store
