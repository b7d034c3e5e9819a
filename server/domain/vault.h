#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace emulator {

/// Keeps secrets that must be given back in clear, such as passwords of other systems: libsodium's
/// secretbox (XSalsa20-Poly1305) under one key. For any thread.
class Vault {
 public:
  using Key = std::array<unsigned char, 32>;

  /// A random key: what it seals is lost with it.
  Vault();
  explicit Vault(const Key& key) : key_(key) {}

  /// Base64 of a random nonce and the box; two of the same text differ. An empty text stays empty.
  std::string sealed(std::string_view text) const;
  /// Empty when it was sealed with another key, or altered.
  std::optional<std::string> opened(std::string_view sealed) const;

  const Key& key() const { return key_; }

 private:
  Key key_;
};

}  // namespace emulator
