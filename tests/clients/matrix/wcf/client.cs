// WCF against a running emulator: client.exe BASE, such as http://127.0.0.1:8086/Wcf.
// The namespaces NetServer.Login and NetServer.Users are made by contracts.cs of its WSDLs.
using System;
using System.Linq;
using System.Net;
using System.ServiceModel;
using NetServer.Login;
using NetServer.Users;

class Client {
  const string Exceptions = "SuperOffice.Exceptions.";
  readonly string root;
  readonly SoPrincipalContract principal;
  readonly UserContract user;
  NetServer.Users.SoCredentials credentials;
  int id;
  static bool failed;

  static int Main(string[] arguments) {
    var client = new Client(arguments[0]);
    Feature("log in", client.LogIn);
    Feature("create", client.Create);
    Feature("set flags", client.SetFlags);
    Feature("read back", client.ReadBack);
    Feature("deactivate", client.Deactivate);
    Feature("log-in refused", client.LogInRefused);
    Feature("delete", client.Delete);
    Feature("list", client.List);
    Feature("nested carriers", client.NestedCarriers);
    Feature("refused call", client.RefusedCall);
    Feature("bad ticket", client.BadTicket);
    Feature("expired ticket", client.ExpiredTicket);
    return failed ? 1 : 0;
  }

  static void Feature(string name, Action prove) {
    try {
      prove();
      Console.WriteLine("ok " + name);
    } catch (Exception exception) {
      failed = true;
      Console.WriteLine("not ok {0}: {1}", name, exception.Message.Replace('\n', ' '));
      Console.Error.WriteLine(exception);
    }
  }

  static void Check(bool claim, string what) {
    if (!claim) throw new Exception("not so: " + what);
  }

  Client(string address) {
    root = address;
    principal = Channel<SoPrincipalContract>("SoPrincipal");
    user = Channel<UserContract>("User");
  }

  T Channel<T>(string service) {
    return new ChannelFactory<T>(
        new BasicHttpBinding(),
        new EndpointAddress(root + "/Remote/Services86/" + service + ".svc")).CreateChannel();
  }

  AuthenticateResponse Authenticate(string name, string password) {
    var answer = principal.AuthenticateUsernamePassword(new AuthenticateUsernamePasswordRequest {
        Body = new AuthenticateUsernamePassword { UserName = name, Password = password }});
    Check(answer.Succeeded, "a log-in is answered");
    return answer.Body;
  }

  void Use(string ticket) {
    credentials = new NetServer.Users.SoCredentials { Ticket = ticket };
  }

  static void Succeed(bool succeeded, NetServer.Users.SoExceptionInfo info) {
    if (!succeeded) throw new Exception(info.ExceptionType + ": " + info.Message);
  }

  UserInfo Info(int associate) {
    var answer = user.GetUserInfo(new GetUserInfoRequest {
        Credentials = credentials, Body = new GetUserInfo { UserInfoId = associate }});
    Succeed(answer.Succeeded, answer.ExceptionInfo);
    return answer.Body.Response;
  }

  User Whole(int associate) {
    var answer = user.GetUser(new GetUserRequest {
        Credentials = credentials, Body = new GetUser { UserId = associate }});
    Succeed(answer.Succeeded, answer.ExceptionInfo);
    return answer.Body.Response;
  }

  SetExternalUserInfoAnswer Set(SetExternalUserInfo changes) {
    return user.SetExternalUserInfo(new SetExternalUserInfoRequest {
        Credentials = credentials, Body = changes});
  }

  void Change(SetExternalUserInfo changes) {
    changes.AssociateId = id;
    var answer = Set(changes);
    Succeed(answer.Succeeded, answer.ExceptionInfo);
  }

  void Activate(bool active) {
    Change(new SetExternalUserInfo {
        IsActive = active,
        ExternalUserInfoModification = ExternalUserInfoModification.Active});
  }

  void LogIn() {
    var body = Authenticate("ADM0", "adm0");
    Check(body.AuthenticationSucceeded, "ADM0 is let in");
    Check(body.Credentials.Ticket.StartsWith("7T:"), "there is a ticket");
    Use(body.Credentials.Ticket);
  }

  void Create() {
    var answer = user.CreateExternalUser(new CreateExternalUserRequest {
        Credentials = credentials,
        Body = new CreateExternalUser { PersonId = 504, UserName = "wcf@fjord.example",
                                        Password = "first", RoleId = 10, IsActive = true }});
    Succeed(answer.Succeeded, answer.ExceptionInfo);
    id = answer.Body.Response;
    Check(Info(id).UserName == "wcf@fjord.example", "the new user can be read");
  }

  void SetFlags() {
    string name = "wcf@fjord.example", password = "first", role = "External user";
    for (int bits = 0; bits < 16; ++bits) {
      var flags = (ExternalUserInfoModification)bits;
      var changes = new SetExternalUserInfo {
          UserName = "wcf" + bits + "@fjord.example", Password = "secret" + bits, IsActive = false,
          RoleId = role == "Partner" ? 10 : 13, ExternalUserInfoModification = flags};
      Change(changes);
      if (flags.HasFlag(ExternalUserInfoModification.UserName)) name = changes.UserName;
      if (flags.HasFlag(ExternalUserInfoModification.Password)) password = changes.Password;
      if (flags.HasFlag(ExternalUserInfoModification.Role)) {
        role = changes.RoleId == 10 ? "External user" : "Partner";
      }
      var info = Info(id);
      Check(info.UserName == name, "user name after " + flags);
      Check(info.RoleName == role, "role after " + flags);
      Check(info.CanLogon != flags.HasFlag(ExternalUserInfoModification.Active),
            "active after " + flags);
      Activate(true);
      Check(Authenticate(name, password).AuthenticationSucceeded, "password after " + flags);
    }
    Check(!Authenticate(name, "first").AuthenticationSucceeded, "the first password is no more");
  }

  void ReadBack() {
    var info = Info(id);
    var whole = Whole(id);
    Check(info.UserName == whole.UserName && info.UserName == "wcf15@fjord.example", "user name");
    Check(whole.Type == NetServer.Users.UserType.ExternalAssociate, "type");
    Check(info.UserType == whole.Type, "both have this type");
    Check(info.PersonId == whole.Person.PersonId && info.PersonId == 504, "person");
    Check(info.RoleName == whole.Role.Value, "role");
  }

  void Deactivate() {
    Activate(false);
    Check(!Info(id).CanLogon, "an inactive user cannot log on");
  }

  void LogInRefused() {
    var body = Authenticate("wcf15@fjord.example", "secret15");
    Check(!body.AuthenticationSucceeded && body.Credentials == null, "no ticket");
  }

  DeleteExternalUserAnswer Delete(int associate) {
    return user.DeleteExternalUser(new DeleteExternalUserRequest {
        Credentials = credentials, Body = new DeleteExternalUser { AssociateId = associate }});
  }

  void Delete() {
    var answer = Delete(id);
    Succeed(answer.Succeeded, answer.ExceptionInfo);
    Check(Info(id) == null && Whole(id) == null, "a deleted user is nil");
    var again = Delete(id);
    Check(!again.Succeeded, "refused");
    Check(again.ExceptionInfo.ExceptionType == Exceptions + "SoNotFoundException", "not found");
  }

  void List() {
    var answer = user.GetUserInfoList(new GetUserInfoListRequest {
        Credentials = credentials,
        Body = new GetUserInfoList { UserInfoIds = new[] { 11, 101, 102 } }});
    Succeed(answer.Succeeded, answer.ExceptionInfo);
    var names = answer.Body.Response.Select(info => info.UserName);
    Check(string.Join(" ", names) == "ADM0 ext1@fjord.example ext2@fjord.example", "three users");
    Check(answer.Body.Response[0].GrantedLicenses.Contains("superoffice.user"), "licences");
  }

  void NestedCarriers() {
    var kari = Whole(101);
    Check(kari.Person.Firstname == "Kari", "the person's name");
    Check(kari.Role.Id == 10, "the role's id");
    Check(kari.Credentials.Single().Type.DisplayType == "Password", "credential type");
    Check(kari.LicenseOwners.Any(owner => owner.UnrestrictedModuleLicenses.Any(
        licence => licence.Assigned)), "a licence is assigned");
  }

  void Refused(string exceptionType, string reason) {
    var answer = Set(new SetExternalUserInfo {
        AssociateId = 101, UserName = "x@fjord.example",
        ExternalUserInfoModification = ExternalUserInfoModification.UserName});
    Check(!answer.Succeeded, "refused");
    Check(answer.ExceptionInfo.ExceptionType == Exceptions + exceptionType,
          answer.ExceptionInfo.ExceptionType + " is " + exceptionType);
    if (reason != null) Check(answer.ExceptionInfo.Parameters["Reason"] == reason, reason);
  }

  void RefusedCall() {
    Use(Authenticate("SAL1", "sal1").Credentials.Ticket);
    Refused("SoIllegalOperationException", null);
  }

  void BadTicket() {
    Use("7T:bad");
    Refused("SoSessionException", "unknown");
  }

  void ExpiredTicket() {
    LogIn();
    var address = new Uri(root);
    new WebClient().UploadString(
        new Uri(address, "/__admin/tenants" + address.AbsolutePath + "/tickets/expire"), "{}");
    Refused("SoSessionException", "expired");
  }
}
