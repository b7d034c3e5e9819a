// gSOAP's own client against a running emulator: client BASE, such as http://127.0.0.1:8086/Gsoap.
// soapcpp2 makes the proxy of its WSDLs: one class for both services, which differ in the address.
#include <soapBasicHttpBinding_USCOREUserProxy.h>

#include <BasicHttpBinding_USCOREUser.nsmap>
#include <algorithm>
#include <functional>
#include <iostream>
#include <stdexcept>
#include <string>

namespace {

using Proxy = BasicHttpBinding_USCOREUserProxy;
using Flags = so__ExternalUserInfoModification;

bool has(int flags, Flags flag) { return (flags & static_cast<int>(flag)) != 0; }

void check(bool claim, const std::string& what) {
  if (!claim) throw std::runtime_error("not so: " + what);
}

/// Every member of an answer may be null; so is a user who is not there.
template <typename T>
T& the(T* pointer) {
  check(pointer != nullptr, "an answer with everything in it");
  return *pointer;
}

/// A call that was refused: the ExceptionInfo among the headers of its answer.
struct Refusal : std::runtime_error {
  explicit Refusal(const so__SoExceptionInfo& info)
      : std::runtime_error(*info.ExceptionType + ": " + *info.Message),
        type(*info.ExceptionType),
        reason(info.Parameters == nullptr
                   ? ""
                   : *info.Parameters->SoExceptionInfoParametersKeyValuePair.at(0).Value) {}
  std::string type;
  std::string reason;
};

/// What SetExternalUserInfo sends; the object of the wire points into it.
struct Changes {
  int id = 0;
  std::string name;
  std::string password;
  bool active = false;
  int role = 0;
  Flags flags{};
};

class Client {
 public:
  explicit Client(const std::string& base)
      : base_(base),
        principal_url_(base + "/Remote/Services86/SoPrincipal.svc"),
        user_url_(base + "/Remote/Services86/User.svc"),
        principal_(principal_url_.c_str(), SOAP_C_UTFSTRING | SOAP_IO_STORE),
        user_(user_url_.c_str(), SOAP_C_UTFSTRING | SOAP_IO_STORE) {}

  void log_in() {
    ticket_ = authenticate("ADM0", "adm0");
    check(ticket_.rfind("7T:", 0) == 0, "there is a ticket");
  }

  void create() {
    int person = 504;
    Changes first{0, "gsoap@fjord.example", "first", true, 10};
    _so__CreateExternalUser request;
    request.PersonId = &person;
    request.UserName = &first.name;
    request.Password = &first.password;
    request.RoleId = &first.role;
    request.IsActive = &first.active;
    _so__CreateExternalUserResponse response;
    call(&Proxy::CreateExternalUser, request, response);
    id_ = *response.Response;
    check(*the(info()).UserName == first.name, "the new user can be read");
  }

  void set_flags() {
    std::string name = "gsoap@fjord.example";
    std::string password = "first";
    std::string role = "External user";
    for (int bits = 0; bits < 16; ++bits) {
      const std::string number = std::to_string(bits);
      const Changes changes{id_,   "gsoap" + number + "@fjord.example", "secret" + number,
                            false, role == "Partner" ? 10 : 13,         static_cast<Flags>(bits)};
      set(changes);
      if (has(bits, Flags::UserName)) name = changes.name;
      if (has(bits, Flags::Password)) password = changes.password;
      if (has(bits, Flags::Role)) role = changes.role == 13 ? "Partner" : "External user";
      const so__UserInfo& now = the(info());
      check(*now.UserName == name, "user name after flags " + number);
      check(*now.RoleName == role, "role after flags " + number);
      check(*now.CanLogon != has(bits, Flags::Active), "active after flags " + number);
      activate(true);
      check(!authenticate(name, password).empty(), "password after flags " + number);
    }
    check(authenticate(name, "first").empty(), "the first password is no more");
  }

  void read_back() {
    const so__UserInfo& brief = the(info());
    const so__User& whole = the(user(id_));
    check(the(brief.UserName) == "gsoap15@fjord.example", "user name");
    check(the(whole.UserName) == the(brief.UserName), "both have this name");
    check(the(whole.Type) == so__UserType::ExternalAssociate, "type");
    check(the(brief.UserType) == the(whole.Type), "both have this type");
    check(the(brief.PersonId) == 504 && the(the(whole.Person).PersonId) == 504, "person");
    check(the(brief.RoleName) == the(the(whole.Role).Value), "role");
  }

  void deactivate() {
    activate(false);
    check(!*the(info()).CanLogon, "an inactive user cannot log on");
  }

  void log_in_refused() {
    check(authenticate("gsoap15@fjord.example", "secret15").empty(), "no ticket");
  }

  void remove() {
    remove_user();
    check(info() == nullptr && user(id_) == nullptr, "a deleted user is nil");
    check_refused([this] { remove_user(); }, "SoNotFoundException", "");
  }

  void list() {
    ns2__ArrayOfint ids;
    ids.int_ = {11, 101, 102};
    _so__GetUserInfoList request;
    request.UserInfoIds = &ids;
    _so__GetUserInfoListResponse response;
    call(&Proxy::GetUserInfoList, request, response);
    const auto& infos = the(response.Response).UserInfo;
    std::string names;
    for (const so__UserInfo* each : infos) names += *the(each).UserName + " ";
    check(names == "ADM0 ext1@fjord.example ext2@fjord.example ", names);
    const auto& licences = the(infos.at(0)->GrantedLicenses).string;
    check(std::count(licences.begin(), licences.end(), "superoffice.user") == 1, "licences");
  }

  void nested_carriers() {
    const so__User& kari = the(user(101));
    check(*kari.Person->Firstname == "Kari", "the person's name");
    check(*kari.Role->Id == 10, "the role's id");
    const so__Credential& credential = *kari.Credentials->Credential.at(0);
    check(*credential.Type->DisplayType == "Password", "credential type");
    const so__LicenseOwner& owner = *kari.LicenseOwners->LicenseOwner.at(0);
    check(*owner.UnrestrictedModuleLicenses->ModuleLicenseLink.at(0)->Assigned,
          "a licence is assigned");
  }

  void refused_call() {
    ticket_ = authenticate("SAL1", "sal1");
    check_refused([this] { rename(); }, "SoIllegalOperationException", "");
  }

  void bad_ticket() {
    ticket_ = "7T:bad";
    check_refused([this] { rename(); }, "SoSessionException", "unknown");
  }

  void expired_ticket() {
    log_in();
    const std::size_t tenant = base_.rfind('/');
    const std::string url =
        base_.substr(0, tenant) + "/__admin/tenants" + base_.substr(tenant) + "/tickets/expire";
    check(soap_POST(user_.soap, url.c_str(), nullptr, "application/json") == SOAP_OK &&
              soap_send(user_.soap, "{}") == SOAP_OK && soap_end_send(user_.soap) == SOAP_OK &&
              soap_begin_recv(user_.soap) == SOAP_OK &&
              soap_http_get_body(user_.soap, nullptr) != nullptr &&
              soap_end_recv(user_.soap) == SOAP_OK,
          "tickets are expired");
    check_refused([this] { rename(); }, "SoSessionException", "expired");
  }

 private:
  /// The ticket, or nothing when the log-in is refused.
  std::string authenticate(std::string name, std::string password) {
    _so__AuthenticateUsernamePassword request;
    request.UserName = &name;
    request.Password = &password;
    _so__AuthenticateResponse response;
    principal_.soap_noheader();  // Else the headers of its last answer are sent.
    require(principal_, principal_.AuthenticateUsernamePassword(&request, response));
    check((response.Credentials != nullptr) == *response.AuthenticationSucceeded,
          "a ticket where it succeeded");
    return *response.AuthenticationSucceeded ? *response.Credentials->Ticket : "";
  }

  /// Calls User with the ticket; throws Refusal when it is refused.
  template <typename Request, typename Response>
  void call(int (Proxy::*operation)(Request*, Response&), Request& request, Response& response) {
    so__SoCredentials credentials;
    credentials.Ticket = &ticket_;
    user_.soap_header(nullptr, &credentials, nullptr, nullptr, nullptr, nullptr);
    require(user_, (user_.*operation)(&request, response));
  }

  /// What the answer says lives as long as the client; null where there is no such user.
  so__UserInfo* info() {
    _so__GetUserInfo request;
    request.UserInfoId = &id_;
    _so__GetUserInfoResponse response;
    call(&Proxy::GetUserInfo, request, response);
    return response.Response;
  }

  so__User* user(int id) {
    _so__GetUser request;
    request.UserId = &id;
    _so__GetUserResponse response;
    call(&Proxy::GetUser, request, response);
    return response.Response;
  }

  void set(Changes changes) {
    _so__SetExternalUserInfo request;
    request.AssociateId = &changes.id;
    request.UserName = &changes.name;
    request.Password = &changes.password;
    request.IsActive = &changes.active;
    request.RoleId = &changes.role;
    request.ExternalUserInfoModification = &changes.flags;
    _so__SetExternalUserInfoResponse response;
    call(&Proxy::SetExternalUserInfo, request, response);
  }

  void activate(bool active) { set({id_, "", "", active, 0, Flags::Active}); }

  void rename() { set({101, "x@fjord.example", "", false, 0, Flags::UserName}); }

  void remove_user() {
    _so__DeleteExternalUser request;
    request.AssociateId = &id_;
    _so__DeleteExternalUserResponse response;
    call(&Proxy::DeleteExternalUser, request, response);
  }

  static void check_refused(const std::function<void()>& run, const std::string& type,
                            const std::string& reason) {
    try {
      run();
    } catch (const Refusal& refusal) {
      check(refusal.type == "SuperOffice.Exceptions." + type, refusal.type + " is " + type);
      check(refusal.reason == reason, "the reason " + refusal.reason + " is " + reason);
      return;
    }
    check(false, "refused");
  }

  static void require(Proxy& proxy, int result) {
    if (result != SOAP_OK) {
      proxy.soap_stream_fault(std::cerr);
      throw std::runtime_error("SOAP fault or no answer");
    }
    const SOAP_ENV__Header& headers = the(proxy.soap_header());
    if (!*headers.so__Succeeded) throw Refusal(the(headers.so__ExceptionInfo));
  }

  std::string base_;
  std::string principal_url_;
  std::string user_url_;
  Proxy principal_;
  Proxy user_;
  std::string ticket_;
  int id_ = 0;
};

}  // namespace

int main(int, char** arguments) {
  Client client(arguments[1]);
  bool failed = false;
  const auto feature = [&](const char* name, void (Client::*prove)()) {
    try {
      (client.*prove)();
      std::cout << "ok " << name << std::endl;
    } catch (const std::exception& error) {
      failed = true;
      std::cout << "not ok " << name << ": " << error.what() << std::endl;
    }
  };
  feature("log in", &Client::log_in);
  feature("create", &Client::create);
  feature("set flags", &Client::set_flags);
  feature("read back", &Client::read_back);
  feature("deactivate", &Client::deactivate);
  feature("log-in refused", &Client::log_in_refused);
  feature("delete", &Client::remove);
  feature("list", &Client::list);
  feature("nested carriers", &Client::nested_carriers);
  feature("refused call", &Client::refused_call);
  feature("bad ticket", &Client::bad_ticket);
  feature("expired ticket", &Client::expired_ticket);
  return failed ? 1 : 0;
}
