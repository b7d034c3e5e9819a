#include "server/domain/data_right_rules.h"

#include <doctest/doctest.h>

#include <regex>
#include <set>
#include <string>

#include "tests/support/program.h"

using namespace emulator;
using store::RelationToOwner;
using store::RoleType;

namespace {

std::vector<std::string> names_of(const std::vector<OwnerRelation>& relations) {
  std::vector<std::string> names;
  names.reserve(relations.size());
  for (const OwnerRelation& one : relations) names.emplace_back(one.name);
  return names;
}

}  // namespace

TEST_CASE("Data right rules: the relations are those of the WSDL, in its order") {
  const std::string wsdl = testing::file_text(NSEMU_SOURCE_DIR "/wsdl/Services86/User.wsdl");
  const std::size_t begin = wsdl.find("<xs:simpleType name=\"RoleRelationToOwner\">");
  const std::string type = wsdl.substr(begin, wsdl.find("</xs:simpleType>", begin) - begin);
  const std::regex pattern("enumeration value=\"(\\w+)\"");
  std::vector<std::string> names;
  for (std::sregex_iterator match(type.begin(), type.end(), pattern), end; match != end; ++match) {
    names.push_back(match->str(1));
  }
  CHECK(names.size() == 8);
  CHECK(names_of(owner_relations()) == names);
}

TEST_CASE("Data right rules: each relation is a number of the database, in another order") {
  struct Case {
    const char* name;
    int number;
  };
  for (const Case& c : {Case{"MyOwn", 0}, Case{"PrimaryGroup", 1}, Case{"OtherAssociates", 2},
                        Case{"OtherGroups", 3}, Case{"ExternalUser", 4}, Case{"Anonymous", 5},
                        Case{"MyCompany", 6}, Case{"SameProject", 7}}) {
    CHECK(name_of(static_cast<RelationToOwner>(c.number)) == c.name);
  }
  CHECK(name_of(static_cast<RelationToOwner>(8)) == "");
}

TEST_CASE("Data right rules: groups are for employees, company and project for external users") {
  using Names = std::vector<std::string>;
  CHECK(names_of(owner_relations(RoleType::employee)) == Names{"MyOwn", "PrimaryGroup",
                                                               "OtherGroups", "OtherAssociates",
                                                               "ExternalUser", "Anonymous"});
  CHECK(names_of(owner_relations(RoleType::external_user)) ==
        Names{"MyOwn", "OtherAssociates", "ExternalUser", "Anonymous", "MyCompany", "SameProject"});
  for (const RoleType type : {RoleType::anonymous, RoleType::system}) {
    CHECK(names_of(owner_relations(type)) ==
          Names{"MyOwn", "OtherAssociates", "ExternalUser", "Anonymous"});
  }
}

TEST_CASE("Data right rules: a relation is a column exactly when the type has it") {
  for (const RoleType type :
       {RoleType::employee, RoleType::external_user, RoleType::anonymous, RoleType::system}) {
    std::set<RelationToOwner> columns;
    for (const OwnerRelation& one : owner_relations(type)) columns.insert(one.relation);
    for (const OwnerRelation& one : owner_relations()) {
      CHECK(has_relation(type, one.relation) == columns.contains(one.relation));
    }
    CHECK_FALSE(has_relation(type, static_cast<RelationToOwner>(8)));
  }
}

TEST_CASE("Data right rules: tables are known by name, whatever the case of its letters") {
  struct Case {
    const char* name;
    int id;
  };
  for (const Case& c :
       {Case{"contact", 5}, Case{"person", 6}, Case{"appointment", 9}, Case{"document", 10},
        Case{"project", 11}, Case{"projectmember", 12}, Case{"sale", 13}, Case{"selection", 23},
        Case{"relations", 52}, Case{"SaleStakeholder", 121}, Case{"BinaryObject", 205},
        Case{"binaryobject", 205}, Case{"CONTACT", 5}}) {
    CAPTURE(c.name);
    REQUIRE(find_data_right_table(c.name) != nullptr);
    CHECK(find_data_right_table(c.name)->id == c.id);
  }
  for (const char* const name : {"", "contac", "contacts", "contact ", "5", "associate"}) {
    CAPTURE(name);
    CHECK(find_data_right_table(name) == nullptr);
  }
  CHECK(data_right_tables().size() == 11);
}

TEST_CASE("Data right rules: every row and column says for people what it is") {
  for (const DataRightTable& one : data_right_tables()) CHECK_FALSE(one.description.empty());
  for (const OwnerRelation& one : owner_relations()) {
    CHECK_FALSE(one.text.empty());
    CHECK_FALSE(one.explanation.empty());
  }
}

TEST_CASE("Data right rules: the values are none, R, CR, CRU and CRUD, each with its text") {
  struct Case {
    const char* crud;
    const char* text;
  };
  for (const Case& c : {Case{"", "None"}, Case{"R", "Read"}, Case{"CR", "Create"},
                        Case{"CRU", "Update"}, Case{"CRUD", "Delete"}}) {
    CHECK(is_data_right(c.crud));
    CHECK(data_right_text(c.crud) == c.text);
  }
  for (const char* const crud : {"C", "U", "D", "RU", "CU", "crud", " ", "R ", "CRUDX", "None"}) {
    CAPTURE(crud);
    CHECK_FALSE(is_data_right(crud));
    CHECK(data_right_text(crud) == "");
  }
}
