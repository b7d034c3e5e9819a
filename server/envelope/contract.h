#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/envelope/service.h"

namespace emulator {

struct ContractType;

/// One element that a type may hold.
struct ContractField {
  std::string name;
  std::string namespace_uri;
  const ContractType* type = nullptr;
  bool nillable = false;
  bool required = false;  ///< Key and Value of dictionaries; nothing else is.
  bool repeated = false;  ///< maxOccurs unbounded: the items of an array or dictionary.
};

/// A type of the contract as far as reading a request needs it.
struct ContractType {
  enum class Kind {
    text,         ///< xs:string and others for which any text will do.
    value,        ///< An XSD built-in that must be readable: int, short, boolean, dateTime, ...
    enumeration,  ///< One of `values`.
    flags,        ///< Any number of `values`, parted by blanks.
    object,       ///< `fields` in this order.
  };
  Kind kind = Kind::text;
  std::string name;
  std::string namespace_uri;
  std::vector<std::string> values;
  std::vector<ContractField> fields;  ///< Those of the base type first, as on the wire.
};

struct ContractOperation {
  std::string name;
  std::string action;  ///< The SOAPAction without quotes.
  const ContractType* request = nullptr;
};

/// What a service accepts, read from its WSDL, so that there is one source for clients and us.
class Contract {
 public:
  /// Read once in a process; about two milliseconds.
  static const Contract& of(Service service);

  explicit Contract(std::string_view wsdl);

  const std::map<std::string, ContractOperation, std::less<>>& operations() const {
    return operations_;
  }
  /// Null when there is none.
  const ContractOperation* operation(std::string_view name) const;
  const ContractOperation* operation_of_action(std::string_view action) const;
  /// A header block that requests may carry; null when there is none of the name.
  const ContractField* header(std::string_view name) const;

 private:
  friend class ContractReader;
  std::map<std::string, std::unique_ptr<ContractType>, std::less<>> types_;  ///< By {uri}name.
  std::map<std::string, ContractOperation, std::less<>> operations_;
  std::map<std::string, ContractField, std::less<>> headers_;
};

}  // namespace emulator
