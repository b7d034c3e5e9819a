#include "server/carriers/user_command_carrier.h"

#include "server/carriers/wire.h"

namespace emulator {

so__ArrayOfCustomCommand* user_commands_carrier(SoapContext& context, store::Store& store,
                                                std::optional<store::AssociateType> type) {
  so__ArrayOfCustomCommand* wire = soap_new_so__ArrayOfCustomCommand(context.get());
  for (const store::UserCommand& command : store.user_commands.list_for(type)) {
    so__CustomCommand* entry = soap_new_so__CustomCommand(context.get());
    entry->Name = to_wire(context, command.name);
    entry->DisplayName = to_wire(context, command.display_name);
    entry->Description = to_wire(context, command.description);
    entry->ToolTip = to_wire(context, command.tooltip);
    // Both count as the list in the WSDL does.
    entry->Actions = static_cast<so__CommandAction>(command.action);
    entry->ActionData = to_wire(context, command.action_data);
    wire->CustomCommand.push_back(entry);
  }
  return wire;
}

}  // namespace emulator
