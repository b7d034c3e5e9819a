#include "server/envelope/parameter_check.h"

#include <doctest/doctest.h>

#include "tests/server/envelope/reading.h"
#include "tests/support/messages.h"

namespace emulator::testing {
namespace {

struct Case {
  std::string operation;
  std::string parameters;
  std::string lenient;
  std::string warn;
  std::string strict;
};

void check(const Case& one) {
  CAPTURE(one.parameters);
  CHECK(summary(read_parameters(ContractMode::lenient, one.operation, one.parameters)) ==
        one.lenient);
  CHECK(summary(read_parameters(ContractMode::warn, one.operation, one.parameters)) == one.warn);
  CHECK(summary(read_parameters(ContractMode::strict, one.operation, one.parameters)) ==
        one.strict);
}

void check_same(const std::string& operation, const std::string& parameters,
                const std::string& all) {
  check({operation, parameters, all, all, all});
}

const std::string arr = "xmlns:a=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\"";

}  // namespace

TEST_CASE("Parameter check: what the contract says is left as it is, in every mode") {
  const std::pair<std::string, std::string> good[] = {
      {"CreateDefaultUser", ""},
      {"GetUser", ""},
      {"GetUser", "<UserId>7</UserId>"},
      {"GetUser", "<!-- x --><UserId>7</UserId>\n"},
      {"CreateExternalUser",
       "<PersonId>504</PersonId><UserName>n</UserName><Password></Password><RoleId>10</RoleId>"
       "<IsActive>true</IsActive>"},
      {"GetUserFromName", "<UserName i:nil=\"true\"/>"},
      {"GetUserFromName", "<UserName i:nil=\" 1 \"></UserName>"},
      {"GetUserFromName", "<UserName i:nil=\"false\">n</UserName>"},
      {"GetUserFromName", "<UserName/>"},
      {"GetUserFromName", "<UserName> n &amp; m </UserName>"},
      {"GetUserInfoList",
       "<UserInfoIds " + arr + "><a:int>1</a:int><a:int>2</a:int></UserInfoIds>"},
      {"GetUserInfoList", "<UserInfoIds/>"},
  };
  const std::string left[] = {
      "",
      "",
      "UserId=7",
      "UserId=7",
      "PersonId=504 UserName=n Password= RoleId=10 IsActive=true",
      "UserName=(nil)",
      "UserName=(nil)",
      "UserName=n",
      "UserName=",
      "UserName= n & m ",
      "UserInfoIds(int=1 int=2)",
      "UserInfoIds=",
  };
  for (std::size_t i = 0; i < std::size(good); ++i) {
    check_same(good[i].first, good[i].second, left[i]);
  }
}

TEST_CASE("Parameter check: elements out of order are used, dropped as WCF does, or refused") {
  check({"ChangeOwnPassword", "<NewPassword>2</NewPassword><OldPassword>1</OldPassword>",
         "NewPassword=2 OldPassword=1 ! W-ORDER", "NewPassword=2 ! W-ORDER", "refused W-ORDER"});
  check({"IsUserNameValid",
         "<UserName>n</UserName><AssociateId>1</AssociateId><Type>Unknown</Type>",
         "UserName=n AssociateId=1 Type=Unknown ! W-ORDER W-ORDER", "UserName=n ! W-ORDER W-ORDER",
         "refused W-ORDER"});
  check({"SaveUser", "<User><Name>n</Name><AssociateId>1</AssociateId></User>",
         "User(Name=n AssociateId=1) ! W-ORDER", "User(Name=n) ! W-ORDER", "refused W-ORDER"});
  // Fields of the base type come first.
  check({"SaveUser", "<User><Name>n</Name><TableRight/></User>",
         "User(Name=n TableRight=) ! W-ORDER", "User(Name=n) ! W-ORDER", "refused W-ORDER"});
}

TEST_CASE("Parameter check: of repeated elements the first counts") {
  check({"GetUser", "<UserId>1</UserId><UserId>2</UserId>", "UserId=1 ! W-DUPLICATE",
         "UserId=1 ! W-DUPLICATE", "refused W-DUPLICATE"});
  check({"GetUser", "<UserId>1</UserId><UserId>x</UserId>", "UserId=1 ! W-DUPLICATE",
         "UserId=1 ! W-DUPLICATE", "refused W-DUPLICATE"});
  check({"SaveUser", "<User><Name>1</Name><Name>2</Name></User>", "User(Name=1) ! W-DUPLICATE",
         "User(Name=1) ! W-DUPLICATE", "refused W-DUPLICATE"});
}

TEST_CASE("Parameter check: unknown elements are ignored, or refused") {
  check({"GetUser", "<Bogus>1</Bogus><UserId>1</UserId>", "UserId=1 ! W-UNKNOWN-ELEMENT",
         "UserId=1 ! W-UNKNOWN-ELEMENT", "refused W-UNKNOWN-ELEMENT"});
  check({"GetUser", "<userId>1</userId>", " ! W-UNKNOWN-ELEMENT", " ! W-UNKNOWN-ELEMENT",
         "refused W-UNKNOWN-ELEMENT"});
  check({"SaveUser", "<User><Person><Nickname>x</Nickname><PersonId>1</PersonId></Person></User>",
         "User(Person(PersonId=1)) ! W-UNKNOWN-ELEMENT",
         "User(Person(PersonId=1)) ! W-UNKNOWN-ELEMENT", "refused W-UNKNOWN-ELEMENT"});
}

TEST_CASE("Parameter check: elements in another namespace or in none are ignored, or refused") {
  for (const std::string uri :
       {"", "urn:x", "http://www.superoffice.net/ws/crm/NetServer/Services84"}) {
    check({"GetUser", "<UserId xmlns=\"" + uri + "\">1</UserId>", " ! W-NAMESPACE",
           " ! W-NAMESPACE", "refused W-NAMESPACE"});
  }
  // The trap of a well-known PHP client: the items are not where WCF looks for them.
  check({"GetUserInfoList", "<UserInfoIds><int>1</int></UserInfoIds>", "UserInfoIds= ! W-NAMESPACE",
         "UserInfoIds= ! W-NAMESPACE", "refused W-NAMESPACE"});
}

TEST_CASE("Parameter check: attributes that nobody reads are ignored, or refused") {
  for (const std::string attribute :
       {"id=\"a\"", "xml:lang=\"en\"", "s:encodingStyle=\"x\"", "i:other=\"x\"", "i:types=\"x\"",
        "i:xchemaLocation=\"a b\""}) {
    check({"GetUser", "<UserId " + attribute + ">1</UserId>", "UserId=1 ! W-UNKNOWN-ATTRIBUTE",
           "UserId=1 ! W-UNKNOWN-ATTRIBUTE", "refused W-UNKNOWN-ATTRIBUTE"});
  }
  check_same("GetUser", "<UserId i:schemaLocation=\"a b\">1</UserId>", "UserId=1");
  check_same("GetUser", "<UserId href=\"#a\">1</UserId>", "400");
}

TEST_CASE("Parameter check: a right xsi:type is fine, a wrong one is a fault") {
  const std::string xsd = " xmlns:x=\"http://www.w3.org/2001/XMLSchema\" ";
  const std::string so = std::string(" xmlns:u=\"") + services_uri + "\" ";
  check_same("GetUser", "<UserId" + xsd + "i:type=\"x:int\">1</UserId>", "UserId=1");
  check_same("GetUserFromName", "<UserName" + xsd + "i:type=\"x:string\">n</UserName>",
             "UserName=n");
  check_same("GetUserFromName", "<UserName" + xsd + "i:type=\"x:string\" i:nil=\"true\"/>",
             "UserName=(nil)");
  check_same("GetAllRoles", "<RoleType" + so + "i:type=\"u:RoleType\">Employee</RoleType>",
             "RoleType=Employee");
  check_same("GetAllRoles", "<RoleType i:type=\"RoleType\">Employee</RoleType>",
             "RoleType=Employee");
  check_same("GetUserInfoList",
             "<UserInfoIds " + arr + " i:type=\"a:ArrayOfint\"><a:int>1</a:int></UserInfoIds>",
             "UserInfoIds(int=1)");
  check_same("SaveUser", "<User" + so + "i:type=\"u:User\"><Name>n</Name></User>", "User(Name=n)");
  for (const std::string type :
       {"x:string", "x:short", "int", "u:int", "y:int", "x:", ":int", ""}) {
    CAPTURE(type);
    check_same("GetUser", "<UserId" + xsd + so + "i:type=\"" + type + "\">1</UserId>",
               "DeserializationFailed");
  }
  check_same("SaveUser", "<User" + so + "i:type=\"u:Carrier\"/>", "DeserializationFailed");
  // A type without a name cannot be named.
  check_same("SaveUser",
             "<User" + so +
                 "><FieldProperties><FieldPropertyDictionaryKeyValuePair i:type=\""
                 "u:FieldPropertyDictionary/FieldPropertyDictionaryKeyValuePair\"><Key>k</Key>"
                 "<Value/></FieldPropertyDictionaryKeyValuePair></FieldProperties></User>",
             "DeserializationFailed");
}

TEST_CASE("Parameter check: carriers are checked all the way down") {
  check_same("SaveUser",
             "<User><FieldProperties><FieldPropertyDictionaryKeyValuePair><Key>k</Key><Value>"
             "<FieldRight><Mask>Read Write</Mask></FieldRight></Value>"
             "</FieldPropertyDictionaryKeyValuePair></FieldProperties><AssociateId>1</AssociateId>"
             "<OtherGroups><UserGroup><Id>1</Id></UserGroup><UserGroup/></OtherGroups>"
             "<Person><PersonId>2</PersonId></Person></User>",
             "User(FieldProperties(FieldPropertyDictionaryKeyValuePair(Key=k "
             "Value(FieldRight(Mask=Read Write)))) AssociateId=1 "
             "OtherGroups(UserGroup(Id=1) UserGroup=) Person(PersonId=2))");
}

}  // namespace emulator::testing
