#include "server/gate/secret_names.h"

#include <doctest/doctest.h>

using namespace emulator;

TEST_CASE("Secret names: elements are secret by their name, Value and Response by their parent") {
  struct Case {
    std::string name, parent;
    bool is_secret;
  };
  for (const Case& c : {
           Case{"Password", "", true},
           Case{"password", "CreateExternalUser", true},
           Case{"OldPassword", "", true},
           Case{"NewPassword", "", true},
           Case{"Ticket", "Credentials", true},
           Case{"ApplicationToken", "Header", true},
           Case{"AccessToken", "", true},
           Case{"SecretValue", "UntrustedCredentials", true},
           Case{"CredentialValue", "", true},
           Case{"Value", "", true},
           Case{"Value", "Credential", true},
           Case{"Value", "AuthenticationGenericDataKeyValuePair", true},
           Case{"Value", "UserGroup", false},
           Case{"Value", "SoExceptionInfoParametersKeyValuePair", false},
           Case{"Response", "SetGeneratedPasswordResponse", true},
           Case{"Response", "SetGeneratedPasswordFromNameResponse", true},
           Case{"Response", "GenerateNewPasswordForExternalUserResponse", true},
           Case{"Response", "GetUserInfoResponse", false},
           Case{"Response", "", false},
           Case{"UserName", "", false},
           Case{"SetPassword", "Body", false},
           Case{"PublicValue", "", false},
           Case{"", "", false},
       }) {
    CAPTURE(c.name);
    CAPTURE(c.parent);
    CHECK(is_secret_element(c.name, c.parent) == c.is_secret);
  }
}

TEST_CASE("Secret names: a parameter is secret by its path, or by a ticket in its text") {
  struct Case {
    std::string path, text;
    bool is_secret;
  };
  for (const Case& c : {
           Case{"Password", "", true},
           Case{"Credential/Value", "x", true},
           Case{"User/Credentials/Credential/Value", "x", true},
           Case{"UserGroup/Value", "Sales", false},
           Case{"UserName", "ADM0", false},
           Case{"UserName", "7T:abc", true},
           Case{"UserName", " 8A:abc", true},
           Case{"UserName", "7T", false},
       }) {
    CAPTURE(c.path);
    CAPTURE(c.text);
    CHECK(is_secret_parameter(c.path, c.text) == c.is_secret);
  }
}

TEST_CASE("Secret names: headers that say who sends are secret") {
  for (const char* name : {"Authorization", "authorization", "Proxy-Authorization", "Cookie",
                           "Set-Cookie", "X-Api-Key", "X-Auth-Token", "SO-Ticket"}) {
    CAPTURE(name);
    CHECK(is_secret_header(name));
  }
  for (const char* name : {"Content-Type", "SOAPAction", "Host", "User-Agent", ""}) {
    CAPTURE(name);
    CHECK_FALSE(is_secret_header(name));
  }
}

TEST_CASE("Secret names: tickets are blanked wherever they stand in a text") {
  struct Case {
    std::string text, safe;
  };
  for (const Case& c : {
           Case{"", ""},
           Case{"none", "none"},
           Case{"7T:abc==", "***"},
           Case{"name 7T:ab c '8A:Cust1.x' 7T:", "name *** c '***' ***"},
           Case{"/x?t=7T%3Aabc&u=8A%3aabc d", "/x?t=*** d"},
           Case{"<a>7T:x</a>", "<a>***</a>"},
       }) {
    CHECK(without_tickets(c.text) == c.safe);
  }
}
