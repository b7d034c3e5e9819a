// What an operation answers is whole: every member that the contract has is there, and none of
// them is nil but those that are listed with the assumption that says so.

#include <doctest/doctest.h>

#include <algorithm>
#include <boost/algorithm/string/classification.hpp>
#include <boost/algorithm/string/split.hpp>
#include <fstream>
#include <map>
#include <set>
#include <vector>

#include "server/domain/assumptions.h"
#include "server/envelope/message_parser.h"
#include "server/envelope/xml.h"
#include "tests/server/gate/sample_rows.h"
#include "tests/server/operations/cells.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

struct Member {
  std::string name, type;
  bool is_repeated = false;
};

/// The rows of a table of wsdl/contract that Services86 has, without its heading.
std::vector<std::vector<std::string>> rows_of(const std::string& table) {
  std::ifstream input(NSEMU_SOURCE_DIR "/wsdl/contract/" + table);
  std::vector<std::vector<std::string>> rows;
  std::string line;
  std::getline(input, line);
  while (std::getline(input, line)) {
    std::vector<std::string> cells;
    boost::algorithm::split(cells, line, boost::algorithm::is_any_of("\t"));
    const bool has_versions = cells.size() == 8;
    const bool is_there =
        !has_versions || (cells[6] <= "86" && (cells[7] == "-" || cells[7] >= "86"));
    if (is_there) rows.push_back(cells);
  }
  REQUIRE(!rows.empty());
  return rows;
}

/// The members of all types and messages, from the tables that the WSDL is made of.
class Tables {
 public:
  Tables() {
    for (const auto& row : rows_of("types.tsv")) bases_[row[0]] = row[1];
    for (const auto* const table : {"messages.tsv", "fields.tsv"}) {
      for (const auto& row : rows_of(table)) {
        const std::string type =
            row[2] == "anonymous" ? row[0] + "/" + row[1] : row[2].substr(row[2].find(':') + 1);
        own_[row[0]].push_back({row[1], type, row[4] == "unbounded"});
      }
    }
  }

  /// Those of the base first, as on the wire; none: it is no object.
  std::vector<Member> members(const std::string& type) const {
    std::vector<Member> all;
    const auto base = bases_.find(type);
    if (base != bases_.end() && base->second != "-") all = members(base->second);
    const auto own = own_.find(type);
    if (own != own_.end()) all.insert(all.end(), own->second.begin(), own->second.end());
    return all;
  }

  /// The objects that can be in a type.
  void add_reachable(const std::string& type, std::set<std::string>& found) const {
    if (members(type).empty() || !found.insert(type).second) return;
    for (const Member& member : members(type)) add_reachable(member.type, found);
  }

 private:
  std::map<std::string, std::string> bases_;
  std::map<std::string, std::vector<Member>> own_;
};

/// Looks through answers.
class Look {
 public:
  explicit Look(const Tables& tables) : tables_(tables) {}

  void through(const xmlNode* element, const std::string& type) {
    const std::vector<Member> members = tables_.members(type);
    if (members.empty()) return;
    seen_.insert(type);
    auto member = members.begin();
    for (const xmlNode* child : child_elements(element)) {
      const std::string name(xml_text(child->name));
      while (member != members.end() && member->name != name) skip(*member++, type);
      CAPTURE(type);
      CAPTURE(name);
      REQUIRE(member != members.end());
      if (is_nil(child)) {
        nil_.insert(type + "." + name);
      } else {
        through(child, member->type);
      }
      if (!member->is_repeated) ++member;
    }
    while (member != members.end()) skip(*member++, type);
  }

  const std::set<std::string>& seen() const { return seen_; }
  const std::set<std::string>& nil() const { return nil_; }
  const std::set<std::string>& missing() const { return missing_; }

 private:
  void skip(const Member& member, const std::string& type) {
    if (!member.is_repeated) missing_.insert(type + "." + member.name);
  }

  const Tables& tables_;
  std::set<std::string> seen_, nil_, missing_;
};

/// A member that may be nil, why, and the assumption of the README that says so.
struct MayBeNil {
  std::string member, why, assumption;
};

const std::vector<MayBeNil> may_be_nil{
    {"AuthenticateResponse.Credentials", "a log-in that is refused", "A-LOGIN"},
    {"AuthenticateResponse.Response", "a log-in that is refused", "A-LOGIN"},
    {"LicenseInfo.PublicKey", "licences are without keys and signatures", "A-SYSTEM-INFO"},
    {"MDOListItem.ChildItems", "no list is a tree", "A-LISTS"},
    {"SelectableMDOListItem.ChildItems", "no list is a tree", "A-LISTS"},
    {"RoleEntity.CreatedBy", "nobody made what the seed has, or a blank one", "A-CARRIER-VALUES"},
    {"RoleEntity.UpdatedBy", "nobody has changed it yet", "A-CARRIER-VALUES"},
    {"User.Person", "system users, and employees that are not told yet", "A-CARRIER-VALUES"},
    {"User.UserGroup", "only employees have one", "A-CARRIER-VALUES"},
};

/// Types that no answer has an item of.
const std::map<std::string, std::string> never_answered{
    {"ProvidedCredential", "A-PRINCIPAL"},
    {"SignedPublicKey", "A-SYSTEM-INFO"},
};

/// What the samples, which every caller may send, are answered with too little for: lists for
/// nobody, and log-ins that are refused.
constexpr Sample further_samples[] = {
    {"GetUserInfoList",
     "<UserInfoIds xmlns:a=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">"
     "<a:int>11</a:int><a:int>14</a:int><a:int>101</a:int></UserInfoIds>"},
    {"GetUserGroupList",
     "<UserGroupIds xmlns:a=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">"
     "<a:int>2</a:int></UserGroupIds>"},
    {"GetUser", "<UserId>14</UserId>"},
    {"AuthenticateGeneric",
     "<AuthenticationData><AuthenticationGenericDataKeyValuePair><Key>UserName</Key>"
     "<Value>SAL1</Value></AuthenticationGenericDataKeyValuePair>"
     "<AuthenticationGenericDataKeyValuePair><Key>Password</Key><Value>sal1</Value>"
     "</AuthenticationGenericDataKeyValuePair></AuthenticationData>"},
};

/// The samples of all operations and the further ones, sent by the administrator on fresh rows.
class Answers {
 public:
  Answers() {
    make_rows_for_samples(emulator_);
    ticket_ = emulator_.login("ADM0", "adm0");
    rows_.copy_from(emulator_.store());
    emulator_.operations.for_each([this](const OperationInfo& info) {
      const std::string name(info.name);
      look_through(info.service, name, sample_for(emulator_, name, 11));
      for (const Sample& sample : further_samples) {
        if (sample.operation == name) {
          look_through(info.service, name, std::string(sample.parameters));
        }
      }
    });
  }

  const Look& look() const { return look_; }
  const std::set<std::string>& reachable() const { return reachable_; }

 private:
  void look_through(Service service, const std::string& name, const std::string& parameters) {
    CAPTURE(name);
    emulator_.store().copy_from(rows_);
    const std::string header = service == Service::user ? credentials(ticket_) : "";
    const Reply reply = emulator_.send(service, name, envelope(header, wrapper(name, parameters)));
    REQUIRE(reply.succeeded() == "true");
    const XmlDocument document = parse_message(reply.xml());
    const xmlNode* body = child_elements(xmlDocGetRootElement(document.get())).back();
    const xmlNode* response = child_elements(body).front();
    const std::string type(xml_text(response->name));
    look_.through(response, type);
    tables_.add_reachable(type, reachable_);
  }

  Tables tables_;
  GateFixture emulator_;
  std::string ticket_;
  store::Store rows_{store::Store::in_memory};
  Look look_{tables_};
  std::set<std::string> reachable_;
};

bool is_known(const std::string& assumption) {
  return std::ranges::any_of(assumptions(),
                             [&](const Assumption& one) { return one.id == assumption; });
}

}  // namespace

TEST_CASE("Filled answers: every member of the contract is written, and just those are nil") {
  const Answers answers;
  CHECK(listed(answers.look().missing()) == "");
  std::set<std::string> allowed;
  for (const MayBeNil& one : may_be_nil) {
    allowed.insert(one.member);
    CAPTURE(one.member);
    CHECK(is_known(one.assumption));
  }
  CHECK(listed(answers.look().nil()) == listed(allowed));
}

TEST_CASE("Filled answers: the samples are answered with an object of each type that there is") {
  const Answers answers;
  std::set<std::string> never;
  for (const auto& [type, assumption] : never_answered) {
    never.insert(type);
    CHECK(is_known(assumption));
  }
  std::set<std::string> unseen;
  for (const std::string& type : answers.reachable()) {
    if (!answers.look().seen().contains(type)) unseen.insert(type);
  }
  CHECK(listed(unseen) == listed(never));
  CHECK(answers.reachable().size() > 100);
}
