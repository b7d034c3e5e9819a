#include "server/envelope/contract_reader.h"

#include <doctest/doctest.h>

#include <boost/algorithm/string/replace.hpp>

#include "tests/support/messages.h"

namespace emulator::testing {
namespace {

using Kind = ContractType::Kind;

const std::string arrays = "http://schemas.microsoft.com/2003/10/Serialization/Arrays";

const ContractType& request_of(const std::string& operation) {
  const ContractOperation* found = Contract::of(Service::user).operation(operation);
  REQUIRE(found != nullptr);
  return *found->request;
}

const ContractField& field_of(const ContractType& type, const std::string& name) {
  for (const ContractField& field : type.fields) {
    if (field.name == name) return field;
  }
  FAIL(type.name, " has no ", name);
  throw std::logic_error("unreachable");
}

std::string names_of(const ContractType& type) {
  std::string names;
  for (const ContractField& field : type.fields) names += (names.empty() ? "" : " ") + field.name;
  return names;
}

std::string replaced(const std::string& from, const std::string& to) {
  return boost::algorithm::replace_first_copy(std::string(wsdl_document(Service::so_principal)),
                                              from, to);
}

}  // namespace

TEST_CASE("Contract reader: 79 and 5 operations, each with its action and a request") {
  CHECK(Contract::of(Service::user).operations().size() == 79);
  CHECK(Contract::of(Service::so_principal).operations().size() == 5);
  for (const Service service : {Service::user, Service::so_principal}) {
    for (const auto& [name, operation] : Contract::of(service).operations()) {
      CHECK(operation.name == name);
      CHECK(operation.action == action(std::string(service_name(service)), name));
      REQUIRE(operation.request != nullptr);
      CHECK(operation.request->kind == Kind::object);
    }
  }
}

TEST_CASE("Contract reader: SetExternalUserInfo has six parameters in this order") {
  struct Expected {
    std::string name;
    Kind kind;
    std::string type;
    bool nillable;
  };
  const Expected expected[] = {
      {"AssociateId", Kind::value, "int", false},
      {"UserName", Kind::text, "string", true},
      {"Password", Kind::text, "string", true},
      {"IsActive", Kind::value, "boolean", false},
      {"RoleId", Kind::value, "int", false},
      {"ExternalUserInfoModification", Kind::flags, "ExternalUserInfoModification", false},
  };
  const auto& fields = request_of("SetExternalUserInfo").fields;
  REQUIRE(fields.size() == std::size(expected));
  for (std::size_t i = 0; i < fields.size(); ++i) {
    CHECK(fields[i].name == expected[i].name);
    CHECK(fields[i].namespace_uri == services_uri);
    CHECK(fields[i].type->kind == expected[i].kind);
    CHECK(fields[i].type->name == expected[i].type);
    CHECK(fields[i].nillable == expected[i].nillable);
    CHECK_FALSE(fields[i].repeated);
    CHECK_FALSE(fields[i].required);
  }
  CHECK(fields[5].type->values ==
        std::vector<std::string>{"UserName", "Password", "Role", "Active", "UndefinedValue16"});
}

TEST_CASE("Contract reader: the fields of the base type come first") {
  const ContractType& role = *field_of(request_of("SaveRoleEntity"), "RoleEntity").type;
  CHECK(names_of(role) ==
        "TableRight FieldProperties RoleId Name Tooltip RoleType Deleted Rank Created "
        "UseCategories CreatedBy Updated UpdatedBy DataRights");
  const ContractType& right = *field_of(role, "TableRight").type;
  CHECK(names_of(right) == "Mask Reason");
  CHECK(field_of(right, "Mask").type->kind == Kind::flags);
}

TEST_CASE("Contract reader: arrays hold any number of items in a namespace of their own") {
  const ContractType& ids = *field_of(request_of("GetUserInfoList"), "UserInfoIds").type;
  CHECK(ids.name == "ArrayOfint");
  CHECK(ids.namespace_uri == arrays);
  REQUIRE(ids.fields.size() == 1);
  CHECK(ids.fields[0].name == "int");
  CHECK(ids.fields[0].namespace_uri == arrays);
  CHECK(ids.fields[0].repeated);
  CHECK_FALSE(ids.fields[0].nillable);
  const ContractType& names =
      *field_of(request_of("FindRolesWithFunctionalRights"), "FunctionalRightNames").type;
  CHECK(names.fields.at(0).nillable);
  const ContractType& groups =
      *field_of(*field_of(request_of("SaveUser"), "User").type, "OtherGroups").type;
  CHECK(names_of(groups) == "UserGroup");
  CHECK(groups.fields.at(0).namespace_uri == services_uri);
  CHECK(groups.fields.at(0).repeated);
}

TEST_CASE("Contract reader: dictionaries hold pairs, whose parts are required") {
  const ContractType& properties =
      *field_of(*field_of(request_of("SaveUser"), "User").type, "FieldProperties").type;
  CHECK(names_of(properties) == "FieldPropertyDictionaryKeyValuePair");
  const ContractField& pair = properties.fields.at(0);
  CHECK(pair.repeated);
  CHECK_FALSE(pair.required);
  CHECK(names_of(*pair.type) == "Key Value");
  CHECK(field_of(*pair.type, "Key").required);
  CHECK(field_of(*pair.type, "Value").required);
  CHECK(field_of(*pair.type, "Value").type->name == "FieldProperty");
}

TEST_CASE("Contract reader: enumerations have their values, wherever they are used") {
  const ContractType& type = *field_of(request_of("GetAllRoles"), "RoleType").type;
  CHECK(type.kind == Kind::enumeration);
  CHECK(type.values == std::vector<std::string>{"Employee", "ExternalUser", "Anonymous", "System"});
  CHECK(field_of(request_of("CreateDefaultRoleEntityFromType"), "Type").type == &type);
}

TEST_CASE("Contract reader: a WSDL that it does not understand is an error") {
  CHECK_THROWS_AS(Contract(replaced("type=\"xs:string\"", "type=\"tns:Nowhere\"")),
                  std::runtime_error);
  CHECK_THROWS_AS(Contract(replaced("type=\"xs:string\"", "type=\"nowhere:string\"")),
                  std::runtime_error);
  CHECK_THROWS_AS(
      Contract(replaced("<xs:element name=\"GetSystemInfo\">", "<xs:element name=\"GetNothing\">")),
      std::runtime_error);
  CHECK_THROWS_AS(Contract(replaced("<xs:element name=\"ApplicationToken\"",
                                    "<xs:element name=\"OtherToken\"")),
                  std::runtime_error);
  CHECK_NOTHROW(Contract(wsdl_document(Service::so_principal)));
}

}  // namespace emulator::testing
