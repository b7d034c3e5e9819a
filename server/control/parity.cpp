#include "server/control/parity.h"

#include <boost/json.hpp>

namespace emulator {
namespace {

struct Count {
  int total = 0;
  int implemented = 0;
  boost::json::array missing;
};

boost::json::object to_json(Count count) {
  return {{"total", count.total},
          {"implemented", count.implemented},
          {"missing", std::move(count.missing)}};
}

}  // namespace

std::string parity_json(const Gate& gate) {
  Count user;
  Count so_principal;
  gate.operations().for_each([&](const OperationInfo& info) {
    Count& count = info.service == Service::user ? user : so_principal;
    ++count.total;
    if (info.is_implemented) {
      ++count.implemented;
    } else {
      count.missing.emplace_back(std::string(info.name));
    }
  });
  boost::json::object calls;
  for (const auto& [name, times] : gate.calls_not_implemented()) calls[name] = times;
  return boost::json::serialize(boost::json::object{
      {"services", boost::json::object{{"User", to_json(std::move(user))},
                                       {"SoPrincipal", to_json(std::move(so_principal))}}},
      {"notImplementedCalls", std::move(calls)}});
}

}  // namespace emulator
