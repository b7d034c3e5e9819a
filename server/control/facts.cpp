#include "server/control/facts.h"

#include <boost/json.hpp>

#include "server/domain/assumptions.h"
#include "server/domain/fault_catalogue.h"

namespace emulator {
std::string operations_json(const Operations& operations) {
  boost::json::array list;
  operations.for_each([&](const OperationInfo& info) {
    list.push_back(
        boost::json::object{{"service", std::string(service_name(info.service))},
                            {"operation", std::string(info.name)},
                            {"access", std::string(name_of(info.access))},
                            {"effect", info.effect == Effect::writes ? "writes" : "reads"},
                            {"implemented", info.is_implemented}});
  });
  return boost::json::serialize(boost::json::object{{"operations", std::move(list)}});
}

std::string errors_json() {
  boost::json::array list;
  for (const FaultEntry& one : fault_catalogue()) {
    list.push_back(
        boost::json::object{{"id", std::string(one.id)},
                            {"exceptionType", "SuperOffice.Exceptions." + std::string(one.type)},
                            {"message", std::string(one.message)},
                            {"evidence", std::string(one.evidence)}});
  }
  return boost::json::serialize(boost::json::object{{"errors", std::move(list)}});
}

std::string assumptions_json() {
  boost::json::array list;
  for (const Assumption& one : assumptions()) {
    list.push_back(boost::json::object{{"id", std::string(one.id)},
                                       {"when", std::string(one.when)},
                                       {"answer", std::string(one.answer)},
                                       {"reason", std::string(one.reason)},
                                       {"check", std::string(one.check)}});
  }
  return boost::json::serialize(boost::json::object{{"assumptions", std::move(list)}});
}

}  // namespace emulator
