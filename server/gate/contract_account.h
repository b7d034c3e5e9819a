#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "server/domain/settings.h"

namespace emulator {

struct GateAnswer;
struct GateRequest;

/// One kind of breach in the calls of an operation, with the first that there was. Its texts are
/// UTF-8 and at most ContractAccount::text_max bytes each (and `...`), their secrets blanked.
struct AccountedBreach {
  std::string id;         ///< Of a Breach (envelope/breach.h), or the code of a platform fault.
  int status = 0;         ///< HTTP, of the refusal; 0: the call was answered all the same.
  std::size_t count = 0;  ///< A message can have one several times.
  std::string path, found, expected;  ///< As a Breach has them; empty for a platform fault.
  std::string text;                   ///< Of a platform fault, in words; else empty.
  std::string time;                   ///< The tenant's, UTC; empty: there was no such tenant yet.
  std::uint64_t request = 0;          ///< Id in the tenant's journal; 0: it was not kept.
};

/// The calls of an operation in a tenant.
struct AccountedOperation {
  std::string tenant;  ///< As its first caller wrote it.
  std::string service;
  std::string operation;  ///< Empty: messages that were not understood so far.
  std::size_t calls = 0;
  std::size_t calls_in_breach = 0;
  std::vector<AccountedBreach> breaches;  ///< By id and status.
};

struct ContractReport {
  std::vector<AccountedOperation> operations;  ///< By tenant, service and name.
  std::size_t dropped = 0;  ///< Breaches of any tenant that there was no room for.
};

/// How the clients of a server kept to the contract since it was started. It belongs to the server:
/// what is reset, restored or removed in a tenant leaves it. For any thread.
class ContractAccount {
 public:
  /// Names of tenants are anybody's, so there is an end: together some 20 MB.
  static constexpr std::size_t operations_max = 20'000;
  static constexpr std::size_t breaches_max = 5'000;
  static constexpr std::size_t text_max = 600;

  explicit ContractAccount(ContractMode mode) : mode_(mode) {}

  /// Counts a call. A breach is what `--contract` warns of or refuses, and a fault of the platform
  /// that nobody asked for. `journal_id` is 0 when the journal does not keep it.
  void add(const GateRequest& request, const GateAnswer& answer, std::uint64_t journal_id);

  /// Of one tenant, whatever the case of its name, or of all.
  ContractReport report(std::optional<std::string_view> tenant = std::nullopt) const;

  /// Forgets the same; what was dropped goes with all only. How many breaches there were.
  std::size_t clear(std::optional<std::string_view> tenant = std::nullopt);

 private:
  using Key = std::tuple<std::string, std::string, std::string>;  ///< Tenant, service, operation.

  // With the mutex held.
  bool will_keep(const Key& key, const std::vector<AccountedBreach>& found) const;
  void count(const Key& key, const std::string& tenant, std::vector<AccountedBreach> found);

  const ContractMode mode_;
  mutable std::mutex mutex_;
  std::map<Key, AccountedOperation> operations_;
  std::size_t kinds_ = 0;  ///< Of breaches, in all operations together.
  std::size_t dropped_ = 0;
};

}  // namespace emulator
