#pragma once

#include <string_view>
#include <vector>

namespace emulator {

/// One kind of error that an operation can answer.
struct FaultEntry {
  std::string_view id;        ///< Ours, stable, such as `user-name-taken`.
  std::string_view type;      ///< Name of the .NET class, without `SuperOffice.Exceptions.`.
  std::string_view message;   ///< `{}` stands for what the call names. English (A-ERROR-TEXT).
  std::string_view argument;  ///< Value of the parameter `Argument`; `{}`: the call's; empty: none.
  std::string_view evidence;  ///< Where class and text come from.
};

/// All of them. The friendly text is the message and the source
/// `SuperOffice.Services.Implementation` (A-ERROR-FORM).
const std::vector<FaultEntry>& fault_catalogue();

/// Throws std::logic_error for an id that is not there.
const FaultEntry& fault_entry(std::string_view id);

}  // namespace emulator
