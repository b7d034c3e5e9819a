#pragma once

#include <random>
#include <string>
#include <vector>

#include "server/envelope/xml.h"

namespace emulator::testing {

/// Bends XML messages at random places, the same way every time for the same seed.
class Mutator {
 public:
  explicit Mutator(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }

  /// The message with one to three changes to its tree, and sometimes one to its bytes.
  std::string bent(const std::string& message);

 private:
  void bend(xmlDoc* document);
  xmlNode* any_element(xmlDoc* document);
  void set_text(xmlNode* element);
  void set_attribute(xmlNode* element);
  void rename_space(xmlNode* element);
  void break_up_text(xmlNode* element);
  void move(xmlDoc* document, xmlNode* element);
  const std::string& one_of(const std::vector<std::string>& choice) {
    return choice[below(choice.size())];
  }

  std::mt19937 random_;
};

}  // namespace emulator::testing
