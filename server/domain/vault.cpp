#include "server/domain/vault.h"

#include <sodium.h>

#include "server/domain/secrets.h"

namespace emulator {
namespace {

static_assert(Vault::Key().size() == crypto_secretbox_KEYBYTES);

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* bytes_of(std::string& text) {
  return reinterpret_cast<unsigned char*>(text.data());
}

}  // namespace

Vault::Vault() : key_{} { crypto_secretbox_keygen(key_.data()); }

std::string Vault::sealed(std::string_view text) const {
  if (text.empty()) return {};
  std::string nonce(crypto_secretbox_NONCEBYTES, '\0');
  randombytes_buf(nonce.data(), nonce.size());
  std::string box(text.size() + crypto_secretbox_MACBYTES, '\0');
  crypto_secretbox_easy(bytes_of(box), bytes_of(text), text.size(),
                        bytes_of(std::string_view(nonce)), key_.data());
  return base64_of(nonce + box);
}

std::optional<std::string> Vault::opened(std::string_view sealed) const {
  if (sealed.empty()) return std::string();
  std::string bytes;
  constexpr std::size_t overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  if (!base64_decoded(sealed, bytes) || bytes.size() < overhead) return std::nullopt;
  const std::string_view box = std::string_view(bytes).substr(crypto_secretbox_NONCEBYTES);
  std::string text(bytes.size() - overhead, '\0');
  if (crypto_secretbox_open_easy(bytes_of(text), bytes_of(box), box.size(), bytes_of(bytes),
                                 key_.data()) != 0) {
    return std::nullopt;
  }
  return text;
}

}  // namespace emulator
