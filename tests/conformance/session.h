#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/conformance/answer.h"
#include "tests/conformance/call.h"
#include "tests/conformance/http.h"
#include "tests/conformance/options.h"

namespace conformance {

/// Who the run is logged in as.
struct Caller {
  int associate_id = 0;
  int contact_id = 0;
  int role_id = 0;
  std::string name;
  std::string user_type;
  std::set<std::string> rights;
};

/// A user that the run has made.
struct OwnUser {
  int id = 0;
  int person_id = 0;
  std::string name;
  std::string password;
};

/// Sees each exchange of a case.
using Witness = std::function<void(const Operation& operation, const HttpAnswer& answer)>;

/// The connection to the target, and what the run has there.
class Session {
 public:
  /// Logs in, and looks at what kind of target it is. \throws Unreachable, and Failure when the
  /// log-in is refused.
  explicit Session(Options options);

  const Options& options() const { return options_; }
  const Caller& caller() const { return caller_; }
  const std::string& ticket() const { return ticket_; }
  /// What must be in no report: its ticket, and the application token if there is one.
  std::vector<std::string> secrets() const;
  /// Of GetSystemInfo; empty when it has none.
  const std::string& server_version() const { return server_version_; }
  bool is_emulator() const { return is_emulator_; }
  /// It takes what a real server refuses.
  bool is_lenient() const { return is_lenient_; }
  /// Who sends no ticket is an anonymous user there.
  bool has_anonymous() const { return has_anonymous_; }
  /// As far as the log-in tells: a system user, or the functional rights.
  bool may_manage() const;

  /// Whether the target still answers.
  bool is_there();

  /// Sends it, and looks at the form of an answer with HTTP 200. \throws Failure.
  Answer call(const Call& call);
  /// The same without a look at the form.
  Answer send(const Call& call);
  /// What is no SOAP, such as GET ?wsdl; `path` comes after the base URL.
  HttpAnswer http(const std::string& method, const std::string& path);
  /// To a whole URL, with HTTP headers and a body of the case's.
  HttpAnswer http(const HttpRequest& request) { return http_.send(request); }
  std::string url(Service service) const;

  /// Whose ticket it is; empty when the log-in is refused.
  std::string log_in(const std::string& name, const std::string& password);

  /// A name that nobody has: the run's prefix and a number.
  std::string fresh_name();
  const std::string& prefix() const { return prefix_; }
  /// Whether this or another run has made what has the name; another one may remove it at any time.
  static bool is_of_a_run(std::string_view name);
  /// A person of the run's, with no user between cases.
  int person();
  /// A role for external users, that is there already.
  int external_role();
  /// An active external user of the run's; removed after the case.
  OwnUser external_user();
  /// That a user is of the run, by its name or its person, from its GetUserInfo: whatever a server
  /// answers, nobody else is removed. \throws Failure.
  void expect_own(const Answer& info) const;
  /// Of an external user that the case has made, unless it is gone by then.
  void remove_afterwards(int external_user);
  /// Done after the case, the last one first; a Failure in it is told as something left behind.
  void afterwards(std::function<void()> undo) { undoing_.push_back(std::move(undo)); }
  /// Done after the last case: for what later cases use as well.
  void at_end(std::function<void()> undo) { undoing_at_end_.push_back(std::move(undo)); }
  /// An id that later cases use as well, 0 at first.
  int& kept(const std::string& name) { return kept_[name]; }
  /// Ids that differ from run to run.
  void own(int id) { own_ids_.insert(id); }
  const std::set<int>& own_ids() const { return own_ids_; }

  /// Removes what the case has made. \returns what could not be removed.
  std::vector<std::string> clean_up();
  /// The same of what the run has made.
  std::vector<std::string> clean_up_at_end();
  void set_witness(Witness witness) { witness_ = std::move(witness); }

 private:
  void enter();
  void look_at_target();
  void look_at_person();
  void read_caller(const Answer& login);

  Options options_;
  Http http_;
  std::string ticket_;
  std::string prefix_;
  std::string server_version_;
  bool is_emulator_ = false;
  bool is_lenient_ = false;
  bool has_anonymous_ = false;
  Caller caller_;
  int names_ = 0;
  int person_ = 0;
  int external_role_ = 0;
  std::set<int> own_ids_;
  std::map<std::string, int> kept_;
  std::vector<std::function<void()>> undoing_;
  std::vector<std::function<void()>> undoing_at_end_;
  Witness witness_;
};

}  // namespace conformance
