#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/tenants/fault_scripts.h"

namespace emulator {

/// What magic user names, passwords and tickets begin with; a fault in the form of
/// disturbance_of_text follows.
inline constexpr std::string_view magic_prefix = "emulator-fault:";

/// A fault in one line, for the header X-Emulator-Fault and for magic values: the kind, and where
/// it makes sense a colon and what: `exception:user-name-taken` (an id of /__admin/errors),
/// `fault:text`, `status:503`, `hang`, `delay:200`, `reset`, `empty`, `truncate`, `garble`,
/// `content-type:text/html`. Empty for anything else.
std::optional<Disturbance> disturbance_of_text(std::string_view text);

/// The header X-Emulator-Delay: `200`, `100-300` (uniform) or `200~0.5` (lognormal: median and
/// sigma), in milliseconds, at most an hour. Empty for anything else.
std::optional<DelayRange> delay_of_text(std::string_view text);

/// The kind's name, as above and in JSON.
std::string_view name_of(DisturbanceKind kind);
std::optional<DisturbanceKind> disturbance_kind_of(std::string_view name);

}  // namespace emulator
