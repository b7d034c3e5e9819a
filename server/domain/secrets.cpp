#include "server/domain/secrets.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

namespace emulator {
namespace {

constexpr std::string_view upper = "ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::string_view lower = "abcdefghijkmnopqrstuvwxyz";
constexpr std::string_view digits = "23456789";
constexpr std::string_view special = "!#%+-=?@";  // None that XML escapes.

char any_of(std::string_view letters, Randomness& random) {
  return letters[random.below(static_cast<std::uint32_t>(letters.size()))];
}

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string hex_of(const unsigned char* bytes, std::size_t size) {
  std::string hex(size * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), bytes, size);
  hex.pop_back();
  return hex;
}

struct Cost {
  unsigned long long operations;
  std::size_t memory;
};

Cost cost_of(HashCost cost) {
  switch (cost) {
    case HashCost::interactive:
      return {crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE};
    case HashCost::moderate:
      return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE};
    case HashCost::min:
      break;
  }
  return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

}  // namespace

void start_secrets() {
  if (sodium_init() < 0) throw std::runtime_error("libsodium cannot start: no random source");
}

std::string hash_password(std::string_view password, HashCost cost) {
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  const Cost limits = cost_of(cost);
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(), limits.operations,
                        limits.memory) != 0) {
    throw std::runtime_error("not enough memory for a password hash");
  }
  return hash.data();
}

bool password_matches(const std::string& hash, std::string_view password) {
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

std::string generated_password(Randomness& random, const store::PasswordRules& rules) {
  const std::string every = std::string(upper) + std::string(lower) + std::string(digits);
  std::string password;
  const auto add = [&](int count, std::string_view letters) {
    for (int i = 0; i < count; ++i) password += any_of(letters, random);
  };
  add(std::max(1, rules.min_uppercase), upper);
  add(std::max(1, rules.min_lowercase), lower);
  add(std::max(1, rules.min_numbers), digits);
  add(rules.min_special, special);
  add(std::max(12, rules.min_characters) - static_cast<int>(password.size()), every);
  for (std::size_t i = password.size() - 1; i > 0; --i) {
    std::swap(password[i], password[random.below(static_cast<std::uint32_t>(i + 1))]);
  }
  return password;
}

TicketParts random_ticket_parts(Randomness& random) {
  std::array<unsigned char, 16> guid{};
  random.fill(guid.data(), guid.size());
  guid[6] = static_cast<unsigned char>((guid[6] & 0x0F) | 0x40);
  guid[8] = static_cast<unsigned char>((guid[8] & 0x3F) | 0x80);
  constexpr std::uint32_t ten_digits = 1'000'000'000;
  constexpr std::uint32_t int_max = 2'147'483'647;
  return {hex_of(guid.data(), guid.size()),
          std::to_string(ten_digits + random.below(int_max - ten_digits))};
}

std::string ticket_secret_hash(const TicketParts& parts) {
  std::array<unsigned char, 20> hash{};
  crypto_generichash(hash.data(), hash.size(), bytes_of(parts.number), parts.number.size(),
                     bytes_of(parts.guid), parts.guid.size());
  return "7S:" + base64_of({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

bool same_secret(std::string_view left, std::string_view right) {
  return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

std::string base64_of(std::string_view bytes) {
  constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
  std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes_of(bytes), bytes.size(), variant);
  text.pop_back();
  return text;
}

bool base64_decoded(std::string_view text, std::string& bytes) {
  bytes.assign(text.size(), '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                        text.size(), nullptr, &size, &end, sodium_base64_VARIANT_ORIGINAL) != 0 ||
      end != text.data() + text.size()) {
    return false;
  }
  bytes.resize(size);
  return true;
}

}  // namespace emulator
