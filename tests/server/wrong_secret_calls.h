#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "server/domain/outbound_secret.h"
#include "server/domain/secrets.h"
#include "store/seed.h"
#include "store/store.h"
#include "tests/server/wrong_call.h"
#include "tests/support/messages.h"

namespace emulator::testing {

/// The rows of a tenant, all passwords being `adm0`: new ones have 8 characters and a digit, SAL1
/// is a user of the directory, and ADM0 has a secret that another key has sealed.
inline void make_strict_tenant(const std::filesystem::path& file) {
  store::Store store(file.string());
  start_secrets();
  const std::string hash = hash_password("adm0", HashCost::min);
  store::seed(store, store::Seed::small, [&](std::string_view) { return hash; }, {});
  store::PasswordRules rules = store.password_rules.get();
  rules.min_characters = 8;
  rules.min_numbers = 1;
  store.password_rules.save(rules, {});
  store.credentials.remove_of(12);
  store::Credential row;
  row.associate_id = 12;
  row.type = "ActiveDirectory";
  row.search_name = "S-1";
  store.credentials.save(row, {});
  store::Credential secret;
  secret.associate_id = 11;
  secret.type = "imap";
  secret.search_name = secret_search_name(11, "ada");
  secret.secret = "sealed elsewhere";
  secret.usage = store::CredentialUsage::outbound;
  store.credentials.save(secret, {});
}

/// `strict`: the path of that tenant, with a slash behind it.
inline std::vector<WrongCall> wrong_secret_calls(const std::string& strict) {
  const std::string illegal = "SoIllegalOperationException";
  const std::string argument = "SoInvalidArgumentException";
  const std::string bad_password = "SoInvalidPasswordException";
  const auto password_of = [](int id, const std::string& text) {
    return element("AssociateId", std::to_string(id)) + element("Password", text);
  };
  const auto credential_of = [](int id, const std::string& type) {
    return element("UserId", std::to_string(id)) + "<Credential><Type>" + element("Type", type) +
           "</Type>" + element("Value", "S-1") + "</Credential>";
  };
  return {
      {"own-password-only", sal1, "SetPassword", password_of(11, "x"), illegal,
       "Can only set own password"},
      {"password-of-directory", adm0, "SetPassword", password_of(12, "long enough 1"), illegal,
       "Active Directory (Windows) is responsible for user name and password.", "(none)", strict},
      {"password-too-short", adm0, "SetPassword", password_of(101, "short1"), bad_password,
       "Password too short.", "(none)", strict},
      {"password-lacks", adm0, "SetPassword", password_of(101, "long enough"), bad_password,
       "The password has too few digits: at least 1", "(none)", strict},
      {"credential-type-refused", adm0, "SaveCredential", credential_of(12, "imap"), argument,
       "Credentials of type imap cannot be used here", "Type"},
      {"credential-taken", adm0, "SaveCredential", credential_of(13, "ActiveDirectory"), argument,
       "These credentials are another user's", "Value", strict},
      {"secret-lost", adm0, "GetUntrustedCredentials", element("Type", "imap"), "SoException",
       "A stored secret cannot be opened: it was sealed with another key than .vault-key", "(none)",
       strict},
  };
}

}  // namespace emulator::testing
