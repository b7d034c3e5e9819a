#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "store/records.h"

namespace emulator::store {

class Store;

/// empty: roles, rights, groups, licences, the owner company and ADM0. small: also the users that
/// tests and examples rely on. demo: also a company with its employees and external users, to look
/// at.
enum class Seed { empty, small, demo };

/// Fills a new store in one transaction. Seeded ids are below 1001, where the ids of new rows
/// begin, the same on every start. `author` registered all rows, but those of demo, which have
/// dates of their own; passwords are kept as `hash_password` gives them, which is asked once for
/// each that differs. Throws store::Error, also for a store that is not new.
void seed(Store& store, Seed which,
          const std::function<std::string(std::string_view)>& hash_password, const Author& author);

}  // namespace emulator::store
