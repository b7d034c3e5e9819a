#pragma once

#include <map>
#include <string>
#include <string_view>

#include "server/envelope/contract.h"
#include "server/envelope/xml.h"

namespace emulator {

/// Fills a Contract from a flat WSDL. Throws std::runtime_error when the WSDL is not of the form
/// that wsdl/render gives it: a mistake of the build, not of a user.
class ContractReader {
 public:
  explicit ContractReader(Contract& contract) : contract_(contract) {}
  void read(std::string_view wsdl);

 private:
  void index(const xmlNode* schema);
  const ContractType* type_named(const xmlNode* scope, const std::string& qname);
  const ContractType* type_of(const std::string& key);
  ContractType* add(const std::string& key, ContractType::Kind kind);
  void fill(ContractType& type, const xmlNode* definition, const std::string& uri);
  void fill_fields(ContractType& type, const xmlNode* complex, const std::string& uri);
  void fill_values(ContractType& type, const xmlNode* simple);
  void read_operations(const xmlNode* definitions);
  void read_operation(const xmlNode* operation, const std::string& uri);
  void read_header(const xmlNode* header, const std::string& uri);

  Contract& contract_;
  std::map<std::string, const xmlNode*> definitions_;  ///< Named types and elements by {uri}name.
};

}  // namespace emulator
