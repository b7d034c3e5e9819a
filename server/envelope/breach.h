#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/domain/settings.h"
#include "server/envelope/platform_fault.h"

namespace emulator {

/// Where a request leaves the contract and was answered all the same. The ids are stable:
/// W-SOAP12, W-HEADER-PLACE, W-ACTION, W-ORDER, W-UNKNOWN-ELEMENT, W-UNKNOWN-ATTRIBUTE,
/// W-DUPLICATE, W-NAMESPACE, W-FLAG, W-SCHEMA. The README's table says what each `--contract` mode
/// does.
struct Breach {
  std::string id;
  std::string path;  ///< With the sender's own prefixes, such as `/s:Envelope/s:Body`.
  std::string found;
  std::string expected;
};

/// Collects the breaches of one request; in strict mode the first one ends it.
class Breaches {
 public:
  /// A message of a few MiB can have a million of them; those after this many are dropped.
  static constexpr std::size_t most = 100;

  explicit Breaches(ContractMode mode) : mode_(mode) {}

  ContractMode mode() const { return mode_; }
  const std::vector<Breach>& list() const { return list_; }

  /// Throws a PlatformFault in strict mode.
  void add(std::string_view id, const std::string& path, const std::string& found,
           const std::string& expected) {
    if (list_.size() < most) list_.push_back({std::string(id), path, found, expected});
    if (mode_ == ContractMode::strict) {
      throw platform::contract_breach(id, path, found, expected);
    }
  }

 private:
  ContractMode mode_;
  std::vector<Breach> list_;
};

}  // namespace emulator
