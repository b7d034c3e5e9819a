#include "store/user_commands.h"

#include <doctest/doctest.h>

#include "tests/store/seeded.h"

namespace emulator::store {

TEST_CASE("UserCommands: what is saved is found, with every column") {
  SeededStore store;
  UserCommand command{.name = "Call",
                      .display_name = "Call the user",
                      .description = "Rings",
                      .tooltip = "By phone",
                      .action = CommandAction::ok_cancel,
                      .action_data = "Ring now?",
                      .result = CommandAnswer::ok,
                      .message = "It rings",
                      .user_type = AssociateType::system};
  store.user_commands.save(command, ada);
  CHECK(command.id == 1001);
  CHECK(store.user_commands.find(1001) == command);
  command.user_type = std::nullopt;
  command.action = CommandAction::ok;
  store.user_commands.save(command, siri);
  CHECK(store.user_commands.find(1001) == command);
}

TEST_CASE("UserCommands: those of one type come with those of every type, by id") {
  SeededStore store;
  for (const auto type : {std::optional(AssociateType::employee), std::optional<AssociateType>()}) {
    UserCommand command{.name = type ? "Hire" : "Call", .user_type = type};
    store.user_commands.save(command, ada);
  }
  CHECK(ids(store.user_commands.list()) == Ids{1, 2, 1001, 1002});
  CHECK(ids(store.user_commands.list_for(AssociateType::employee)) == Ids{1, 1001, 1002});
  CHECK(ids(store.user_commands.list_for(AssociateType::external_person)) == Ids{1, 2, 1002});
  CHECK(ids(store.user_commands.list_for(AssociateType::system)) == Ids{1, 1002});
  CHECK(ids(store.user_commands.list_for(std::nullopt)) == Ids{1, 1002});
}

TEST_CASE("UserCommands: a name is not given twice") {
  SeededStore store;
  UserCommand command{.name = "SendWelcome"};
  CHECK_THROWS_AS(store.user_commands.save(command, ada), Error);
}

TEST_CASE("UserCommands: what is removed is gone") {
  SeededStore store;
  CHECK(store.user_commands.remove(2));
  CHECK_FALSE(store.user_commands.remove(2));
  CHECK(ids(store.user_commands.list()) == Ids{1});
}

}  // namespace emulator::store
