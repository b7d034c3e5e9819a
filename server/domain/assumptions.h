#pragma once

#include <string_view>
#include <vector>

namespace emulator {

/// A case for which nothing public says how the real service answers. Comments name it by its id,
/// so that evidence against it leads to the lines that have to change. All texts are in English, on
/// one line and without `|`: the README shows them as a table.
struct Assumption {
  std::string_view id;      ///< Stable, of the form A-NIL-NAME.
  std::string_view when;    ///< The case.
  std::string_view answer;  ///< What the emulator does.
  std::string_view reason;  ///< What is known, and why it leads here.
  std::string_view check;   ///< What to try on a real installation.
};

/// All of them that this version answers by. A test holds them against comments and README.
const std::vector<Assumption>& assumptions();

}  // namespace emulator
