#include "server/domain/randomness.h"

#include <sodium.h>

namespace emulator {

Randomness::Randomness(std::uint64_t seed, std::string_view name) : key_(Key{}) {
  const std::string text = std::to_string(seed) + "/" + std::string(name);
  crypto_generichash(key_->data(), key_->size(),
                     reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr, 0);
}

void Randomness::fill(unsigned char* bytes, std::size_t size) {
  if (!key_) {
    randombytes_buf(bytes, size);
    return;
  }
  // Each draw has a stream of its own, from the key and how many there were before.
  Key one{};
  const std::string text = std::to_string(drawn_++);
  crypto_generichash(one.data(), one.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), key_->data(), key_->size());
  randombytes_buf_deterministic(bytes, size, one.data());
}

std::uint32_t Randomness::below(std::uint32_t bound) {
  if (!key_) return randombytes_uniform(bound);
  const std::uint32_t surplus = (0U - bound) % bound;  // 2^32 modulo bound.
  std::uint32_t number = 0;
  do {
    fill(reinterpret_cast<unsigned char*>(&number), sizeof number);
  } while (number < surplus);
  return number % bound;
}

}  // namespace emulator
