#include "tests/conformance/session.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <chrono>
#include <random>

#include "tests/conformance/expect.h"

namespace conformance {
namespace {

/// The time in letters and digits, and chance: two runs at a time do not meet.
std::string new_prefix() {
  constexpr std::string_view digits = "0123456789abcdefghijklmnopqrstuvwxyz";
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  auto number = static_cast<unsigned long long>(
      std::chrono::duration_cast<std::chrono::seconds>(now).count());
  number = number * 1296 + std::random_device()() % 1296;
  std::string text;
  for (; number > 0; number /= digits.size()) text.insert(0, 1, digits[number % digits.size()]);
  return "conform-" + text;
}

/// A number that no other run's person has: two digits for each letter.
std::string phone_of(std::string_view prefix) {
  std::string phone = "+99";
  for (const char letter : prefix) phone += std::to_string(static_cast<int>(letter) % 100);
  return phone;
}

std::string in_small(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(), [](unsigned char c) { return std::tolower(c); });
  return small;
}

/// Not as an Answer has it: the log-in has no failing case around it.
int number_of(const Element& element) {
  const std::string text = element.text();
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

Session::Session(Options options)
    : options_(std::move(options)), http_(options_.ca_file), prefix_(new_prefix()) {
  enter();
  look_at_target();
  look_at_person();
}

std::string Session::url(Service service) const {
  return options_.url + "/" + std::string(name_of(service)) + ".svc";
}

std::vector<std::string> Session::secrets() const {
  if (options_.application_token.empty()) return {ticket_};
  return {ticket_, options_.application_token};
}

bool Session::may_manage() const {
  if (caller_.user_type == "SystemAssociate") return true;
  const auto has = [this](const char* right) { return caller_.rights.contains(right); };
  return has("admin-all") || (has("admin-users") && has("admin-role"));
}

// A ticket is taken wherever a user name is, and so it tells whose it is.
void Session::enter() {
  const bool has_ticket = !options_.ticket.empty();
  const Answer login = send(Call("AuthenticateUsernamePassword")
                                .text("UserName", has_ticket ? options_.ticket : options_.user)
                                .text("Password", options_.password));
  if (login.status() == 404) throw Unreachable(url(Service::so_principal) + ": HTTP 404");
  const std::string admitted = login.body().at("AuthenticationSucceeded").text();
  if (admitted != "true") {
    const std::string answered = admitted.empty() ? "" : ", AuthenticationSucceeded " + admitted;
    fail("the log-in was refused: " + login.summary() + answered);
  }
  ticket_ = has_ticket ? options_.ticket : login.body().at("Credentials/Ticket").text();
  read_caller(login);
}

void Session::read_caller(const Answer& login) {
  caller_.associate_id = number_of(login.response("AssociateId"));
  caller_.contact_id = number_of(login.response("ContactId"));
  caller_.role_id = number_of(login.response("RoleId"));
  caller_.name = login.text("Associate");
  caller_.user_type = login.text("UserType");
  for (const Element& right : login.response("FunctionRights").children()) {
    caller_.rights.insert(right.text());
  }
}

void Session::look_at_target() {
  const Answer info = send(Call("GetSystemInfo"));
  server_version_ = info.text("BuildLabel");
  if (server_version_.empty()) server_version_ = info.text("AssemblyVersion");
  const Answer implicit = send(Call("AuthenticateImplicit"));
  has_anonymous_ = implicit.body().at("AuthenticationSucceeded").text() == "true";
  is_emulator_ = info.text("BranchName") == "emulator";
  if (!is_emulator_) return;
  // A prefix is what a real server refuses in a flag, and no more than that is asked.
  const Answer answer = send(Call("SetExternalUserInfo")
                                 .ticket("7T:none")
                                 .text("ExternalUserInfoModification", "x:UserName"));
  is_lenient_ = answer.status() == 200;
}

// Cases remove the users of the person, and so it must have none before them.
void Session::look_at_person() {
  if (options_.person == 0) return;
  const Answer users = send(Call("GetUserFromPersonId").number("PersonId", options_.person));
  if (users.response().children().empty()) return;
  fail("--person " + std::to_string(options_.person) +
       " is a user already: " + users.text("User/Name"));
}

Answer Session::send(const Call& call) {
  HttpRequest request;
  request.url = url(call.operation().service);
  request.headers = call.http_headers();
  request.body = call.envelope(ticket_, options_.application_token);
  HttpAnswer answer = http_.send(request);
  if (witness_) witness_(call.operation(), answer);
  return Answer(call.operation(), std::move(answer));
}

bool Session::is_there() {
  try {
    send(Call("GetSystemInfo"));
    return true;
  } catch (const Unreachable&) {
    return false;
  }
}

Answer Session::call(const Call& call) {
  Answer answer = send(call);
  if (answer.status() == 200) {
    const std::string breach = answer.breach();
    if (!breach.empty())
      fail(call.operation().name + " is not answered by the contract: " + breach);
  }
  return answer;
}

HttpAnswer Session::http(const std::string& method, const std::string& path) {
  HttpRequest request;
  request.method = method;
  request.url = options_.url + path;
  return http_.send(request);
}

std::string Session::log_in(const std::string& name, const std::string& password) {
  const Answer login =
      call(Call("AuthenticateUsernamePassword").text("UserName", name).text("Password", password));
  expect_success(login);
  return login.body().at("Credentials/Ticket").text();
}

bool Session::is_of_a_run(std::string_view name) { return in_small(name).starts_with("conform-"); }

std::string Session::fresh_name() { return prefix_ + "-" + std::to_string(++names_); }

// No operation makes a person alone; a user whom nobody knows is made with one, and leaves it.
int Session::person() {
  if (person_ == 0) person_ = options_.person;
  if (person_ != 0) return person_;
  const int contact = options_.contact != 0 ? options_.contact : caller_.contact_id;
  const std::string name = fresh_name();
  const Answer made =
      call(Call("ResolveUserFromInfo")
               .number("ContactId", contact)
               .text("PersonName", "Conform " + name)
               .strings("PhoneNumbers", {phone_of(prefix_.substr(prefix_.find('-') + 1))})
               .strings("Emails", {name + "@conform.example"})
               .text("UserType", "ExternalAssociate")
               .carrier("Credential",
                        "<Type><Type>CRM5/PASSWORD</Type></Type><Value>" + name + "</Value>"));
  if (!made.succeeded()) {
    throw LeftOut("no person for a user of its own (give --person or --contact): " +
                  made.summary());
  }
  const int user = made.number("User/AssociateId");
  if (made.text("PersonCreated") != "true") {
    fail("ResolveUserFromInfo finds user " + std::to_string(user) + " for a name that nobody has");
  }
  own(user);
  const int person = made.number("User/Person/PersonId");
  own(person);
  const Answer removed = call(Call("DeleteExternalUser").number("AssociateId", user));
  if (!removed.succeeded()) fail("user " + std::to_string(user) + " stays: " + removed.summary());
  person_ = person;
  return person_;
}

int Session::external_role() {
  if (external_role_ != 0) return external_role_;
  const Answer roles = call(Call("GetAllRoles").text("RoleType", "ExternalUser"));
  const auto items = roles.response().children("SelectableMDOListItem");
  if (items.empty()) throw LeftOut("there is no role for external users");
  external_role_ = number_of(items.front().at("Id"));
  return external_role_;
}

OwnUser Session::external_user() {
  OwnUser user{0, person(), fresh_name(), "Pw1-" + prefix_};
  const Answer made = call(Call("CreateExternalUser")
                               .number("PersonId", user.person_id)
                               .text("UserName", user.name)
                               .text("Password", user.password)
                               .number("RoleId", external_role())
                               .boolean("IsActive", true));
  expect_success(made);
  user.id = made.number();
  remove_afterwards(user.id);
  return user;
}

void Session::expect_own(const Answer& info) const {
  const std::string name = in_small(info.text("UserName"));
  const bool is_of_person = person_ != 0 && info.text("PersonId") == std::to_string(person_);
  if (is_of_person || name.find(prefix_) != std::string::npos) return;
  fail("user " + info.text("UserInfoId") + " is not of this run, and stays");
}

void Session::remove_afterwards(int external_user) {
  own(external_user);
  afterwards([this, external_user] {
    const Answer there = call(Call("GetUserInfo").number("UserInfoId", external_user));
    if (there.response().is_nil()) return;  // The case has removed it.
    expect_own(there);
    const Answer gone = call(Call("DeleteExternalUser").number("AssociateId", external_user));
    if (!gone.succeeded()) {
      fail("external user " + std::to_string(external_user) + ": " + gone.summary());
    }
  });
}

std::vector<std::string> Session::clean_up() {
  std::vector<std::string> left;
  while (!undoing_.empty()) {
    const auto undo = std::move(undoing_.back());
    undoing_.pop_back();
    try {
      undo();
    } catch (const std::exception& failure) {
      left.emplace_back(failure.what());
    }
  }
  return left;
}

std::vector<std::string> Session::clean_up_at_end() {
  undoing_.swap(undoing_at_end_);
  return clean_up();
}

}  // namespace conformance
