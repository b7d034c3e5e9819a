#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "server/client/answer_difference.h"
#include "server/client/recording.h"

namespace emulator {

struct ReplaySettings {
  std::string target;          ///< Base URL, with a tenant where there is one; the recorded path
                               ///< follows from `/Remote` on.
  std::string user, password;  ///< For a ticket, which takes the place of those recorded.
  std::string ticket;          ///< The same; wins.
  ElementNames ignored;        ///< Are not compared.
  std::string ca_file = {};    ///< See Trust.
};

/// A base URL as ReplaySettings has it, without `/Remote` at its end.
std::string without_remote(std::string url);

/// Of a path of one installation what every installation has: from `/Remote/` on. Another path
/// stays as it is.
std::string path_from_remote(const std::string& target);

struct ReplayCount {
  int alike = 0, different = 0, skipped = 0;
};

/// Sends the exchanges in their order, one at a time, and compares the answers. Tells each
/// difference in `report`, and why an exchange was left out: it holds a secret that was blanked, or
/// was clipped. An exchange without an answer is a different one, once the target has given any.
/// Throws boost::system::system_error when the target does not answer at all, and
/// std::runtime_error when it refuses the log-in, or the file of authorities is none.
ReplayCount replay(const std::vector<RecordedExchange>& exchanges, const ReplaySettings& settings,
                   std::ostream& report);

}  // namespace emulator
