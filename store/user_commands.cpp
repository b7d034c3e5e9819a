#include "store/user_commands.h"

#include "store/rows.h"

namespace emulator::store {

std::optional<UserCommand> UserCommands::find(int id) {
  return find_row<UserCommand>(connection_, id);
}

std::vector<UserCommand> UserCommands::list() {
  static const std::string sql = select<UserCommand>("ORDER BY user_command_id");
  return all<UserCommand>(connection_, sql);
}

std::vector<UserCommand> UserCommands::list_for(std::optional<AssociateType> type) {
  static const std::string sql =
      select<UserCommand>("WHERE userType IS NULL OR userType = ? ORDER BY user_command_id");
  return all<UserCommand>(connection_, sql, type);
}

void UserCommands::save(UserCommand& command, const Author& author) {
  save_row(connection_, command, author);
}

bool UserCommands::remove(int id) { return remove_row<UserCommand>(connection_, id); }

}  // namespace emulator::store
