// JAX-WS against a running emulator: java Client BASE, such as http://127.0.0.1:8086/Java.
// The packages netserver are made by wsimport of its WSDLs.
import com.sun.xml.ws.api.message.Headers;
import com.sun.xml.ws.developer.WSBindingProvider;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javax.xml.bind.JAXBContext;
import javax.xml.bind.JAXBElement;
import javax.xml.namespace.QName;
import javax.xml.soap.SOAPFactory;
import javax.xml.ws.Holder;
import netserver.soprincipal.SoCredentials;
import netserver.soprincipal.SoPrincipal;
import netserver.soprincipal.SoPrincipalCarrier;
import netserver.soprincipal.WcfSoPrincipalService;
import netserver.user.ArrayOfint;
import netserver.user.SoExceptionInfo;
import netserver.user.User;
import netserver.user.UserInfo;
import netserver.user.UserType;
import netserver.user.WcfUserService;

class Client {
  static final String NS = "http://www.superoffice.net/ws/crm/NetServer/Services86";
  static boolean failed;
  final URI base;
  final SoPrincipal principal;
  final User user;
  int id;

  interface Proof {
    void run() throws Exception;
  }

  static class Refusal extends Exception {
    final SoExceptionInfo info;

    Refusal(SoExceptionInfo info) {
      super(info.getExceptionType() + ": " + info.getMessage());
      this.info = info;
    }
  }

  public static void main(String[] arguments) throws Exception {
    var client = new Client(arguments[0]);
    feature("log in", client::logIn);
    feature("create", client::create);
    feature("set flags", client::setFlags);
    feature("read back", client::readBack);
    feature("deactivate", client::deactivate);
    feature("log-in refused", client::logInRefused);
    feature("delete", client::delete);
    feature("list", client::list);
    feature("nested carriers", client::nestedCarriers);
    feature("refused call", client::refusedCall);
    feature("bad ticket", client::badTicket);
    feature("expired ticket", client::expiredTicket);
    System.exit(failed ? 1 : 0);
  }

  static void feature(String name, Proof proof) {
    try {
      proof.run();
      System.out.println("ok " + name);
    } catch (Exception exception) {
      failed = true;
      System.out.println("not ok " + name + ": " + exception);
      exception.printStackTrace();
    }
  }

  static void check(boolean claim, String what) {
    if (!claim) {
      throw new IllegalStateException("not so: " + what);
    }
  }

  Client(String address) throws Exception {
    base = new URI(address);
    var services = address + "/Remote/Services86/";
    principal = new WcfSoPrincipalService(new URL(services + "SoPrincipal.svc?wsdl"))
        .getBasicHttpBindingSoPrincipal();
    user = new WcfUserService(new URL(services + "User.svc?wsdl")).getBasicHttpBindingUser();
  }

  /** The ticket, or null when the log-in is refused. */
  String authenticate(String name, String password) {
    var credentials = new Holder<SoCredentials>();
    var succeeded = new Holder<Boolean>();
    principal.authenticateUsernamePassword(
        name, password, new Holder<SoPrincipalCarrier>(), credentials, succeeded);
    check(header(principal, "Succeeded").getStringContent().equals("true"), "a log-in is answered");
    check(succeeded.value == (credentials.value != null), "a ticket where it succeeded");
    return succeeded.value ? credentials.value.getTicket() : null;
  }

  void use(String ticket) throws Exception {
    var credentials = SOAPFactory.newInstance().createElement(new QName(NS, "Credentials"));
    credentials.addChildElement(new QName(NS, "Ticket")).addTextNode(ticket);
    ((WSBindingProvider) user).setOutboundHeaders(Headers.create(credentials));
  }

  static com.sun.xml.ws.api.message.Header header(Object port, String name) {
    return ((WSBindingProvider) port).getInboundHeaders().stream()
        .filter(each -> each.getLocalPart().equals(name)).findFirst().get();
  }

  /** What a call of User answers, unless it is refused. */
  <T> T ask(Callable<T> call) throws Exception {
    T answer = call.call();
    if (!header(user, "Succeeded").getStringContent().equals("true")) {
      var context = JAXBContext.newInstance("netserver.user");
      JAXBElement<SoExceptionInfo> info =
          header(user, "ExceptionInfo").readAsJAXB(context.createUnmarshaller());
      throw new Refusal(info.getValue());
    }
    return answer;
  }

  void tell(Runnable call) throws Exception {
    ask(() -> {
      call.run();
      return null;
    });
  }

  void refused(Proof proof, String exceptionType, String reason) throws Exception {
    try {
      proof.run();
    } catch (Refusal refusal) {
      check(refusal.info.getExceptionType().equals("SuperOffice.Exceptions." + exceptionType),
            refusal + " is " + exceptionType);
      if (reason != null) {
        var parameter =
            refusal.info.getParameters().getSoExceptionInfoParametersKeyValuePair().get(0);
        check(parameter.getKey().equals("Reason"), "a reason");
        check(parameter.getValue().equals(reason), parameter.getValue() + " is " + reason);
      }
      return;
    }
    throw new IllegalStateException("not so: refused");
  }

  UserInfo info() throws Exception {
    return ask(() -> user.getUserInfo(id));
  }

  void activate(boolean active) throws Exception {
    tell(() -> user.setExternalUserInfo(id, null, null, active, null, List.of("Active")));
  }

  void rename() throws Exception {
    tell(() -> user.setExternalUserInfo(101, "x@fjord.example", null, null, null,
                                        List.of("UserName")));
  }

  void logIn() throws Exception {
    var ticket = authenticate("ADM0", "adm0");
    check(ticket.startsWith("7T:"), "there is a ticket");
    use(ticket);
  }

  void create() throws Exception {
    id = ask(() -> user.createExternalUser(504, "java@fjord.example", "first", 10, true));
    check(info().getUserName().equals("java@fjord.example"), "the new user can be read");
  }

  void setFlags() throws Exception {
    String name = "java@fjord.example";
    String password = "first";
    String role = "External user";
    for (int bits = 0; bits < 16; ++bits) {
      var flags = new ArrayList<String>();
      String newName = "java" + bits + "@fjord.example";
      String newPassword = "secret" + bits;
      String newRole = role.equals("Partner") ? "External user" : "Partner";
      if ((bits & 1) != 0) {
        flags.add("UserName");
        name = newName;
      }
      if ((bits & 2) != 0) {
        flags.add("Password");
        password = newPassword;
      }
      if ((bits & 4) != 0) {
        flags.add("Role");
        role = newRole;
      }
      if ((bits & 8) != 0) {
        flags.add("Active");
      }
      tell(() -> user.setExternalUserInfo(id, newName, newPassword, false,
                                          newRole.equals("Partner") ? 13 : 10, flags));
      check(info().getUserName().equals(name), "user name after " + flags);
      check(info().getRoleName().equals(role), "role after " + flags);
      check(info().isCanLogon() != flags.contains("Active"), "active after " + flags);
      activate(true);
      check(authenticate(name, password) != null, "password after " + flags);
    }
    check(authenticate(name, "first") == null, "the first password is no more");
  }

  void readBack() throws Exception {
    var info = info();
    var whole = ask(() -> user.getUser(id));
    check(info.getUserName().equals("java15@fjord.example"), "user name");
    check(whole.getUserName().equals(info.getUserName()), "both have this name");
    check(whole.getType() == UserType.EXTERNAL_ASSOCIATE, "type");
    check(whole.getType() == info.getUserType(), "both have this type");
    check(info.getPersonId() == 504 && whole.getPerson().getPersonId() == 504, "person");
    check(whole.getRole().getValue().equals(info.getRoleName()), "role");
  }

  void deactivate() throws Exception {
    activate(false);
    check(!info().isCanLogon(), "an inactive user cannot log on");
  }

  void logInRefused() {
    check(authenticate("java15@fjord.example", "secret15") == null, "no ticket");
  }

  void delete() throws Exception {
    tell(() -> user.deleteExternalUser(id));
    check(info() == null && ask(() -> user.getUser(id)) == null, "a deleted user is nil");
    refused(() -> tell(() -> user.deleteExternalUser(id)), "SoNotFoundException", null);
  }

  void list() throws Exception {
    var ids = new ArrayOfint();
    ids.getInt().addAll(List.of(11, 101, 102));
    var infos = ask(() -> user.getUserInfoList(ids)).getUserInfo();
    var names = infos.stream().map(UserInfo::getUserName).collect(Collectors.joining(" "));
    check(names.equals("ADM0 ext1@fjord.example ext2@fjord.example"), names);
    check(infos.get(0).getGrantedLicenses().getString().contains("superoffice.user"), "licences");
  }

  void nestedCarriers() throws Exception {
    var kari = ask(() -> user.getUser(101));
    check(kari.getPerson().getFirstname().equals("Kari"), "the person's name");
    check(kari.getRole().getId() == 10, "the role's id");
    var credential = kari.getCredentials().getCredential().get(0);
    check(credential.getType().getDisplayType().equals("Password"), "credential type");
    var owner = kari.getLicenseOwners().getLicenseOwner().get(0);
    check(owner.getUnrestrictedModuleLicenses().getModuleLicenseLink().get(0).isAssigned(),
          "a licence is assigned");
  }

  void refusedCall() throws Exception {
    use(authenticate("SAL1", "sal1"));
    refused(this::rename, "SoIllegalOperationException", null);
  }

  void badTicket() throws Exception {
    use("7T:bad");
    refused(this::rename, "SoSessionException", "unknown");
  }

  void expiredTicket() throws Exception {
    logIn();
    var expire = base.resolve("/__admin/tenants" + base.getPath() + "/tickets/expire");
    HttpClient.newHttpClient().send(
        HttpRequest.newBuilder(expire).POST(HttpRequest.BodyPublishers.ofString("{}")).build(),
        HttpResponse.BodyHandlers.discarding());
    refused(this::rename, "SoSessionException", "expired");
  }
}
