#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/conformance/xml.h"

namespace conformance {

enum class Service { user, so_principal };

/// `User` or `SoPrincipal`, as in the address and in the action.
std::string_view name_of(Service service);

enum class Kind { text, number, boolean, date, enumeration, flags, carrier };

struct Parameter {
  std::string name;
  Kind kind = Kind::text;
};

struct Operation {
  Service service = Service::user;
  std::string name;
  /// In the order of the WSDL.
  std::vector<Parameter> parameters;
  /// The element in the Body of its answer.
  std::string answer;

  std::string action() const;
};

/// What the WSDL of this repository says of a service; the target's own is not asked.
class Contract {
 public:
  static const Contract& of(Service service);

  const std::vector<Operation>& operations() const { return operations_; }
  /// \throws std::out_of_range when the service does not have it.
  const Operation& operation(std::string_view name) const;
  /// What is wrong with an element of the Body or Header by the schema; empty for nothing.
  std::string breach(const Element& element) const;

 private:
  explicit Contract(Service service);

  std::vector<Operation> operations_;
  void* schema_ = nullptr;  // Of libxml2, for the whole process.
};

/// The operation of either service, by its name.
const Operation& operation_of(std::string_view name);

/// Those of SoPrincipal first.
std::vector<Operation> all_operations();

}  // namespace conformance
