#pragma once

#include <boost/json/object.hpp>
#include <string>

#include "server/control/explain.h"
#include "server/gate/contract_account.h"

namespace emulator {

/// Such as `User.GetUserInfo`.
std::string name_of(const AccountedOperation& operation);
/// All of them, each as often as it came.
std::size_t breaches_in(const AccountedOperation& operation);

/// The first of its kind, in the words of `explain`.
Finding finding_of(const AccountedBreach& breach);
/// The same as a line that says how often it came, whether it was refused, and where the first is.
std::string line_of(const AccountedBreach& breach);

/// `text` in lines for people; `calls`, `callsInBreach`, `breaches` and `dropped` are sums;
/// `operations` has `tenant`, `service`, `operation`, `calls`, `callsInBreach` and its own
/// `breaches`, which are findings of `explain` with `count`, `refused`, and where they are known
/// `status` (HTTP), `time` and `request` (id in the journal) of the first.
boost::json::object contract_report_json(const ContractReport& report);

}  // namespace emulator
