#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "server/gate/gate.h"

namespace emulator {

/// Most faults that a tenant has at a time, those that are over among them.
inline constexpr std::size_t faults_max = 1000;

/// `GET faults`: `{"faults":[...]}`, in their order. All of these throw NoSuchTenant, too.
std::string faults_json(Gate& gate, std::string_view tenant);
/// `GET faults/{id}`. Throws Problem when there is none.
std::string fault_json(Gate& gate, std::string_view tenant, std::string_view id);
/// `POST faults`: the fault as it was added, with its id. Throws Problem.
std::string add_fault_json(Gate& gate, std::string_view tenant, std::string_view body);
/// `DELETE faults`: what there was, as from faults_json.
std::string remove_faults_json(Gate& gate, std::string_view tenant);
/// `DELETE faults/{id}`: the fault as it was. Throws Problem when there is none.
std::string remove_fault_json(Gate& gate, std::string_view tenant, std::string_view id);

}  // namespace emulator
