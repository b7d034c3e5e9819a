#include <doctest/doctest.h>

#include <map>

#include "tests/server/operations/dice.h"
#include "tests/server/operations/user_calls.h"

// Random changes of service log-ins, by callers of whom some are deleted, held against a model.

using namespace emulator;
using namespace emulator::testing;

namespace {

struct ModelAuth {
  std::string server, port, type, user_name, password;
  std::size_t owner = 0;  ///< Whose call made it: the row is deleted with this user.

  std::string shown() const {
    return server + "|" + port + "|" + type + "|" + user_name + "|" + password;
  }
};

struct Caller {
  int id = 0;
  std::string ticket;
  bool is_deleted = false;
};

class ServiceAuths {
 public:
  explicit ServiceAuths(unsigned seed) : dice_(seed) {
    callers_.push_back({11, emulator_.login("ADM0", "adm0")});
    for (const std::string name : {"robot1", "robot2", "robot3"}) {
      SentUser robot{0, "SystemAssociate", name, name, 0, 12};
      robot.licenses = {"superoffice.system-user-cal"};
      robot.password = name;
      const Reply made = ::save(emulator_, callers_.front().ticket, robot);
      callers_.push_back(
          {std::stoi(made.result("Response/AssociateId")), emulator_.login(name, name)});
    }
  }

  void step() {
    switch (dice_.below(8)) {
      case 0:
      case 1:
      case 2:
        return save(0);
      case 3:
      case 4:
        return save(any_id());
      case 5:
        return remove();
      default:
        return dice_.below(8) == 0 ? delete_caller() : save(0);
    }
  }

  void check() {
    for (int id = 1001; id <= next_id_; ++id) {
      CAPTURE(id);
      const Reply reply = emulator_.call(callers_.front().ticket, "GetServiceAuth", id_element(id));
      const auto found = auths_.find(id);
      CHECK(shown(reply, id) == (found == auths_.end() ? "nil" : found->second.shown()));
    }
  }

 private:
  static std::string id_element(int id) { return element("ServiceAuthId", std::to_string(id)); }

  static std::string shown(const Reply& reply, int id) {
    CHECK(outcome_of(reply) == "ok");
    if (reply.result("Response") == "(nil)") return "nil";
    CHECK(reply.result("Response/ServiceAuthId") == std::to_string(id));
    std::string line;
    for (const auto* const field : {"Server", "Port", "AuthType", "Username", "Password"}) {
      line += "|" + reply.result(std::string("Response/") + field);
    }
    return line.substr(1);
  }

  /// One that was there once, or the next one, which never was.
  int any_id() { return 1001 + dice_.below(next_id_ - 1000); }
  std::size_t any_caller() {
    std::vector<std::size_t> there;
    for (std::size_t i = 0; i < callers_.size(); ++i) {
      if (!callers_[i].is_deleted) there.push_back(i);
    }
    return dice_.any_of(there);
  }

  /// Short ones, one as long as it may be, and one that is longer.
  std::string any_text(const std::string& word) {
    const int kind = dice_.below(12);
    if (kind == 0) return std::string(256, 'x');
    if (kind == 1) return std::string(255, 'y');
    return kind == 2 ? "" : word + std::to_string(dice_.below(5)) + " <&> ø";
  }

  void save(int id) {
    const std::size_t caller = any_caller();
    ModelAuth sent;
    sent.server = any_text("server");
    sent.port = std::to_string(dice_.below(3) - 1);
    sent.type = any_text("type");
    sent.user_name = any_text("name");
    sent.password = any_text("password");
    sent.owner = caller;
    const Reply reply =
        emulator_.call(callers_[caller].ticket, "SaveServiceAuth",
                       "<ServiceAuth>" + id_element(id) + element("Server", sent.server) +
                           element("Port", sent.port) + element("AuthType", sent.type) +
                           element("Username", sent.user_name) +
                           element("Password", sent.password) + "</ServiceAuth>");
    const std::string outcome = outcome_of_saving(id, sent);
    CHECK(outcome_of(reply) == outcome);
    if (outcome != "ok") return;
    if (id == 0) {
      id = next_id_++;
    } else {
      sent.owner = auths_.at(id).owner;
    }
    CHECK(shown(reply, id) == sent.shown());
    auths_[id] = sent;
  }

  std::string outcome_of_saving(int id, const ModelAuth& sent) const {
    if (id != 0 && !auths_.contains(id)) return "SoNotFoundException";
    for (const auto& [name, text] : {std::pair{"Server", sent.server},
                                     {"AuthType", sent.type},
                                     {"Username", sent.user_name},
                                     {"Password", sent.password}}) {
      if (text.starts_with("xxx")) return std::string("SoInvalidArgumentException ") + name;
    }
    return "ok";
  }

  void remove() {
    const int id = any_id();
    const bool was_there = auths_.erase(id) == 1;
    CHECK(outcome_of(emulator_.call(callers_[any_caller()].ticket, "DeleteServiceAuth",
                                    id_element(id))) == (was_there ? "ok" : "SoNotFoundException"));
  }

  /// What it saved of others' stays, what it made goes.
  void delete_caller() {
    const std::size_t gone = any_caller();
    if (gone == 0) return;
    callers_[gone].is_deleted = true;
    CHECK(outcome_of(emulator_.call(callers_.front().ticket, "DeleteUser",
                                    element("UserId", std::to_string(callers_[gone].id)))) == "ok");
    std::erase_if(auths_, [gone](const auto& entry) { return entry.second.owner == gone; });
  }

  Dice dice_;
  GateFixture emulator_;
  std::vector<Caller> callers_;  ///< The first is the administrator, who stays.
  std::map<int, ModelAuth> auths_;
  int next_id_ = 1001;
};

}  // namespace

TEST_CASE("Service log-ins: random changes lead where a simple model of them leads") {
  for (unsigned seed = 1; seed <= 4; ++seed) {
    CAPTURE(seed);
    ServiceAuths auths(seed);
    for (int i = 1; i <= 80; ++i) {
      CAPTURE(i);
      auths.step();
      if (i % 8 == 0) auths.check();
    }
  }
}
