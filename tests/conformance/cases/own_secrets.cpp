#include "tests/conformance/cases/own_secrets.h"

#include "tests/conformance/expect.h"

namespace conformance {
namespace {

std::string member(const std::string& name, std::string_view text) {
  return "<" + name + ">" + escaped(text) + "</" + name + ">";
}

}  // namespace

std::string own_secrets(Session& session) {
  std::string type = session.fresh_name();
  session.afterwards([&session, type] {
    const Answer list = secrets(session, type);
    expect_success(list);
    for (const Element& one : list.response().children()) {
      expect_success(session.call(remove_secret(type, one.at("PublicValue").text())));
    }
  });
  return type;
}

std::string secret(std::string_view secret_value, std::string_view public_value,
                   std::string_view comment) {
  return member("Comment", comment) + member("SecretValue", secret_value) +
         member("PublicValue", public_value);
}

Call save_secret(std::string_view type, std::string_view members) {
  return Call("SaveUntrustedCredentials").text("Type", type).carrier("Credentials", members);
}

Call remove_secret(std::string_view type, std::string_view public_value) {
  return Call("RemoveUntrustedCredentials").text("Type", type).text("PublicValue", public_value);
}

Answer secrets(Session& session, std::string_view type) {
  return session.call(Call("GetUntrustedCredentials").text("Type", type));
}

}  // namespace conformance
