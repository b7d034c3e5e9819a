#include "server/tenants/fault_scripts.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace emulator {
namespace {

constexpr std::uint32_t steps = 1U << 30U;

// At least 0, below 1.
double fraction(Randomness& random) { return double(random.below(steps)) / steps; }

// Box and Muller's: of mean 0 and deviation 1.
double normal(Randomness& random) {
  const double radius = std::sqrt(-2 * std::log(1 - fraction(random)));
  return radius * std::cos(2 * std::numbers::pi * fraction(random));
}

bool is_for(const FaultScript& script, std::string_view operation) {
  const bool is_over = script.times != 0 && script.consumed >= script.times;
  return !is_over && (script.operation.empty() || script.operation == operation);
}

}  // namespace

std::chrono::milliseconds DelayRange::draw(Randomness& random) const {
  constexpr double most = 3'600'000;
  double wait = first;
  if (shape == Shape::uniform) wait += (second - first) * fraction(random);
  if (shape == Shape::lognormal) wait *= std::exp(second * normal(random));
  return std::chrono::milliseconds(std::llround(std::clamp(wait, 0.0, most)));
}

const FaultScript& FaultScripts::add(FaultScript script) {
  script.id = ++last_id_;
  script.seen = script.consumed = 0;
  return scripts_.emplace_back(std::move(script));
}

const FaultScript* FaultScripts::find(std::uint64_t id) const {
  const auto found = std::ranges::find(scripts_, id, &FaultScript::id);
  return found == scripts_.end() ? nullptr : &*found;
}

bool FaultScripts::remove(std::uint64_t id) {
  return std::erase_if(scripts_, [id](const FaultScript& script) { return script.id == id; }) > 0;
}

std::size_t FaultScripts::clear() {
  const std::size_t count = scripts_.size();
  scripts_.clear();
  return count;
}

std::optional<FaultScript> FaultScripts::take(std::string_view operation, Randomness& random) {
  for (FaultScript& script : scripts_) {
    if (!is_for(script, operation)) continue;
    if (++script.seen <= script.after) continue;
    if (script.probability < 1 && fraction(random) >= script.probability) continue;
    ++script.consumed;
    return script;
  }
  return std::nullopt;
}

}  // namespace emulator
