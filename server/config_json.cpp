#include "server/config_json.h"

#include <boost/json.hpp>

#include "server/option_table.h"

namespace emulator {

std::string config_json(const Settings& settings,
                        const std::map<std::string, std::string>& origins) {
  boost::json::array list;
  for (const OptionSpec& spec : option_table()) {
    const auto origin = origins.find(spec.name);
    list.push_back(
        boost::json::object{{"name", spec.name},
                            {"value", spec.show(settings)},
                            {"origin", origin == origins.end() ? "program" : origin->second}});
  }
  return boost::json::serialize(boost::json::object{{"settings", std::move(list)}});
}

}  // namespace emulator
