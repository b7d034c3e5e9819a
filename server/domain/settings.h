#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/domain/clock.h"
#include "store/records.h"

namespace emulator {

/// Online installations check the application token, on-site ones ignore it (behaviour of
/// NetServer, documented on every operation's page).
enum class InstallationMode { onsite, online };

/// How much a request may deviate from the contract: see the README's table of breaches.
enum class ContractMode { lenient, warn, strict };

/// Cost of a new password hash: libsodium's Argon2id at its minimum, interactive or moderate cost.
enum class HashCost { min, interactive, moderate };

/// An application that an online installation knows.
struct ApplicationToken {
  std::string token;
  bool restricted = false;  ///< Known, but not allowed to use the User agent.
};

/// What decides how a call is answered. The same for all tenants of a server.
struct ServiceSettings {
  InstallationMode mode = InstallationMode::onsite;
  std::vector<ApplicationToken> application_tokens;
  bool wrap_exceptions = true;  ///< Errors as headers (true) or as SOAP faults (false).
  ContractMode contract = ContractMode::lenient;
  bool emulator_headers = true;  ///< X-Emulator-* headers and hints in exception parameters.
  HashCost hash_cost = HashCost::min;
  /// Who may be let in at all: NetServer's settings EmployeeAllowed, ExternalPersonAllowed,
  /// SystemAllowed and AnonymousAllowed (documented).
  std::set<store::AssociateType> allowed_user_types{store::AssociateType::employee,
                                                    store::AssociateType::external_person,
                                                    store::AssociateType::system};
  std::string anonymous_user;  ///< Name of the user that calls without Credentials run as.
  std::string
      public_url;  ///< Base of all links, such as `https://crm.example`; empty: from the request.
};

/// What each tenant remembers of the messages that it answered.
struct JournalSettings {
  std::size_t entries = 1000;                         ///< The oldest go first; 0: none are kept.
  std::size_t bytes = std::size_t{16} * 1024 * 1024;  ///< Of all entries of a tenant.
  bool redact =
      true;  ///< Passwords, tickets and tokens are blanked, here and in all that is shown.
};

/// The addresses below /__admin.
struct AdminSettings {
  bool enabled = true;
  std::string token;  ///< What callers have to show; empty: nothing.
};

/// Where tenants keep their rows and what a new one starts with.
struct StorageSettings {
  std::optional<std::string> data_directory;  ///< None: in memory.
  std::string durability = "normal";          ///< normal, full or off.
  std::string seed = "small";                 ///< See seeds/seed_file.h.
  std::size_t tenants_max = 1000;
  std::optional<std::uint64_t> random_seed;  ///< None: tickets and passwords are unpredictable.
  std::optional<Moment> time;  ///< Where every tenant's clock stands still; none: the machine's.
  JournalSettings journal;
};

/// The listening socket and its limits. A time-out of 0 is refused by the options.
struct TransportSettings {
  std::string bind = "127.0.0.1";
  std::uint16_t port = 8086;  ///< 0: a free one.
  std::string port_file;      ///< Written whole once requests are answered; empty: none.
  unsigned workers = 0;       ///< Threads; 0: one per core, at least 2.
  std::size_t body_limit =
      std::size_t{4} * 1024 * 1024;  ///< Bytes; a larger body is answered with 413.
  std::size_t connections_max = 10000;
  std::chrono::milliseconds header_timeout{10000};  ///< For the head, then each part of the body.
  std::chrono::milliseconds idle_timeout{120000};   ///< Between two requests of a connection.
  std::chrono::milliseconds stop_timeout{2000};     ///< For running requests to end after SIGTERM.
};

struct LogSettings {
  std::string level = "info";   ///< trace, debug, info, warn, error or off.
  std::string format = "text";  ///< text or json.
};

struct Settings {
  ServiceSettings service;
  StorageSettings storage;
  TransportSettings transport;
  AdminSettings admin;
  LogSettings log;
};

}  // namespace emulator
