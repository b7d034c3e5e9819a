#include "server/domain/vault.h"

#include <doctest/doctest.h>

#include "server/domain/secrets.h"

using namespace emulator;

TEST_CASE("Vault: what was sealed comes back, whatever it is") {
  start_secrets();
  const Vault vault;
  for (const std::string& text :
       {std::string("secret"), std::string("\0a\xff", 3), std::string(5000, 'x'), std::string()}) {
    const std::string sealed = vault.sealed(text);
    CHECK(vault.opened(sealed) == text);
    CHECK(sealed.empty() == text.empty());
    if (!text.empty()) CHECK(sealed.find(text) == std::string::npos);
  }
}

TEST_CASE("Vault: the same text is never sealed to the same") {
  start_secrets();
  const Vault vault;
  CHECK(vault.sealed("secret") != vault.sealed("secret"));
}

TEST_CASE("Vault: another key, or one altered letter, opens nothing") {
  start_secrets();
  const Vault vault;
  const std::string sealed = vault.sealed("secret");
  CHECK(Vault(vault.key()).opened(sealed) == "secret");
  CHECK(!Vault().opened(sealed));
  for (std::size_t i = 0; i < sealed.size() - 2; ++i) {
    std::string altered = sealed;
    altered[i] = altered[i] == 'A' ? 'B' : 'A';
    CHECK(!vault.opened(altered));
  }
  for (const char* text : {"x", "not base64!", "AAAA", "secret"}) CHECK(!vault.opened(text));
}
