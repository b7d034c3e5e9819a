#pragma once

#include <string_view>
#include <vector>

#include "server/envelope/breach.h"
#include "server/envelope/contract.h"
#include "server/envelope/xml.h"

namespace emulator {

/// Holds a request's elements against the contract and leaves in the tree only what the service
/// reads: unknown, repeated and misplaced elements are reported and removed, flags are put into
/// their plain form, values lose the blanks around them. After that, gSOAP finds nothing that it
/// would read in another way than WCF.
class ParameterCheck {
 public:
  explicit ParameterCheck(Breaches& breaches) : breaches_(breaches) {}

  /// The children of a wrapper are parameters. Throws a PlatformFault for what cannot be read.
  void check_parameters(xmlNode* wrapper, const ContractType& type);

  /// One element by itself, such as a header block.
  void check_parameter(xmlNode* element, const ContractField& field);

 private:
  void check_children(xmlNode* parent, const ContractType& type, bool are_parameters);
  void check_required(const xmlNode* parent, const ContractType& type,
                      const std::vector<const ContractField*>& seen) const;
  const ContractField* accepted(xmlNode* child, const ContractType& type, std::size_t& position);
  bool is_in_order(xmlNode* child, const ContractType& type, std::size_t index,
                   std::size_t& position);
  void check_element(xmlNode* element, const ContractField& field);
  void check_attributes(const xmlNode* element, bool is_wrapper);
  void check_nil(const xmlNode* element, const ContractField& field);
  void check_type_attribute(xmlNode* element, const ContractField& field);
  void check_text(xmlNode* element, const ContractType& type);
  void check_flags(xmlNode* element, const ContractType& type);
  [[noreturn]] void unreadable(std::string_view inner) const;

  Breaches& breaches_;
  std::string parameter_;  ///< WCF's faults name the parameter, not the element inside.
  std::string parameter_namespace_;
};

}  // namespace emulator
