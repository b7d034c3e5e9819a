#include "server/envelope/contract.h"

#include "server/envelope/contract_reader.h"

namespace emulator {

const Contract& Contract::of(Service service) {
  static const Contract user(wsdl_document(Service::user));
  static const Contract so_principal(wsdl_document(Service::so_principal));
  return service == Service::user ? user : so_principal;
}

Contract::Contract(std::string_view wsdl) { ContractReader(*this).read(wsdl); }

const ContractOperation* Contract::operation(std::string_view name) const {
  const auto found = operations_.find(name);
  return found == operations_.end() ? nullptr : &found->second;
}

const ContractOperation* Contract::operation_of_action(std::string_view action) const {
  const std::size_t slash = action.rfind('/');
  const ContractOperation* named =
      operation(slash == std::string_view::npos ? action : action.substr(slash + 1));
  return named != nullptr && named->action == action ? named : nullptr;
}

const ContractField* Contract::header(std::string_view name) const {
  const auto found = headers_.find(name);
  return found == headers_.end() ? nullptr : &found->second;
}

}  // namespace emulator
