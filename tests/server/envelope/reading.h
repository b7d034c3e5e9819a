#pragma once

#include <string>

#include "server/envelope/request_reader.h"

namespace emulator::testing {

/// One message through a RequestReader, with what came of it as text, for tables of cases.
class Reading {
 public:
  Reading(Service service, ContractMode mode, const SoapMessage& message);

  /// `ok`, or `415`, `ActionNotSupported`, ... : the status of a bodiless fault, the code of
  /// others.
  const std::string& outcome() const { return outcome_; }
  /// The fault, with empty texts when there was none.
  const PlatformFault& fault() const { return fault_; }
  /// The ids of the breaches, parted by blanks.
  std::string breaches() const;
  /// The parameters that are left, such as `UserId=1 Name=(nil) User(Name= Rank=2)`.
  std::string parameters() const;

  const RequestReader& reader() const { return reader_; }

 private:
  RequestReader reader_;
  std::string outcome_ = "ok";
  PlatformFault fault_;
};

/// A call of User.svc in SOAP 1.1 with a right SOAPAction.
Reading read_parameters(ContractMode mode, const std::string& operation,
                        const std::string& parameters);

/// All of it in a line: the parameters or the fault's code, then `!` and the breaches.
/// A breach that strict refuses is `refused W-ORDER`.
std::string summary(const Reading& reading);

/// Why a message's Body, or a block of the services' namespace in its Header, is not valid by the
/// WSDL's schema; empty when all of them are.
std::string schema_complaint(Service service, const XmlDocument& envelope);

inline constexpr ContractMode all_modes[] = {ContractMode::lenient, ContractMode::warn,
                                             ContractMode::strict};

}  // namespace emulator::testing
