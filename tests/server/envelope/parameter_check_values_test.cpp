#include <doctest/doctest.h>

#include "tests/server/envelope/reading.h"
#include "tests/support/messages.h"

namespace emulator::testing {
namespace {

std::string read(ContractMode mode, const std::string& operation, const std::string& parameters) {
  CAPTURE(parameters);
  return summary(read_parameters(mode, operation, parameters));
}

std::string flags(ContractMode mode, const std::string& text) {
  return read(mode, "SetExternalUserInfo",
              "<ExternalUserInfoModification>" + text + "</ExternalUserInfoModification>");
}

// The same in every mode.
std::string complaint(const std::string& operation, const std::string& parameters) {
  CAPTURE(parameters);
  std::string text;
  for (const ContractMode mode : all_modes) {
    const Reading reading = read_parameters(mode, operation, parameters);
    CHECK(reading.outcome() == "DeserializationFailed");
    CHECK(reading.fault().status == 500);
    CHECK((text.empty() || text == reading.fault().text));
    text = reading.fault().text;
  }
  return text;
}

std::string whole(const std::string& parameter, const std::string& inner) {
  return "The formatter threw an exception while trying to deserialize the message: There was an "
         "error while trying to deserialize parameter "
         "http://www.superoffice.net/ws/crm/NetServer/Services86:" +
         parameter + ". The InnerException message was '" + inner +
         "'.  Please see InnerException for more details.";
}

}  // namespace

TEST_CASE("Flags: names parted by single blanks are plain in every mode") {
  for (const ContractMode mode : all_modes) {
    CHECK(flags(mode, "") == "ExternalUserInfoModification=");
    CHECK(flags(mode, "UserName") == "ExternalUserInfoModification=UserName");
    CHECK(flags(mode, "Active Role") == "ExternalUserInfoModification=Active Role");
    CHECK(flags(mode, "UserName Password Role Active UndefinedValue16") ==
          "ExternalUserInfoModification=UserName Password Role Active UndefinedValue16");
    CHECK(flags(mode, "Role<!-- x --> <![CDATA[Active]]>") ==
          "ExternalUserInfoModification=Role Active");
  }
}

TEST_CASE("Flags: what is accepted in another form is put into the plain one") {
  struct Case {
    std::string text;
    std::string plain;
    bool is_for_wcf;  ///< WCF itself accepts it, so that mode warn is silent.
  };
  const Case cases[] = {
      {" UserName", "UserName", true},
      {"UserName   Role ", "UserName Role", true},
      {" ", "", true},
      {"UserName\tRole", "UserName Role", false},
      {"UserName\nRole", "UserName Role", false},
      {"UserName&#13;Role", "UserName Role", false},
      {"\n  UserName\n", "UserName", false},
      {"tns:UserName", "UserName", false},
      {"a:UserName b:Role", "UserName Role", false},
      {"UserName b:Role", "UserName Role", false},
  };
  for (const Case& one : cases) {
    CAPTURE(one.text);
    const std::string left = "ExternalUserInfoModification=" + one.plain;
    CHECK(flags(ContractMode::lenient, one.text) == left + " ! W-FLAG");
    CHECK(flags(ContractMode::warn, one.text) == (one.is_for_wcf ? left : "DeserializationFailed"));
    CHECK(flags(ContractMode::strict, one.text) == "refused W-FLAG");
  }
}

TEST_CASE("Flags: an unknown, numeric or comma-joined flag is a fault in every mode") {
  for (const std::string text :
       {"Bogus", "username", "UserName Bogus", "3", "0", "UserName,Role", "UserName, Role", "All",
        "UserName|Role", "tns:", "tns:Bogus", "UserName\xC2\xA0Role"}) {
    for (const ContractMode mode : all_modes) CHECK(flags(mode, text) == "DeserializationFailed");
  }
  CHECK(complaint("SetExternalUserInfo",
                  "<ExternalUserInfoModification>Role Bogus</ExternalUserInfoModification>") ==
        whole("ExternalUserInfoModification",
              "Invalid enum value 'Bogus' cannot be deserialized into type "
              "'SuperOffice.CRM.Services.Util.ExternalUserInfoModification'. Ensure that the "
              "necessary enum values are present and are marked with EnumMemberAttribute attribute "
              "if the type has DataContractAttribute attribute."));
}

TEST_CASE("Flags: they may be absent, not nil") {
  for (const ContractMode mode : all_modes) {
    CHECK(read(mode, "SetExternalUserInfo", "") == "");
    CHECK(read(mode, "SetExternalUserInfo", "<ExternalUserInfoModification i:nil=\"true\"/>") ==
          "DeserializationFailed");
  }
}

TEST_CASE("Values: nil, empty and absent are told apart") {
  struct Case {
    std::string operation;
    std::string name;
    std::string nil;
    std::string empty;
  };
  const std::string fails = "DeserializationFailed";
  const Case cases[] = {
      {"GetUser", "UserId", fails, fails},
      {"MakeRetired", "Retired", fails, fails},
      {"GetAllRoles", "RoleType", fails, fails},
      {"GetUserFromName", "UserName", "UserName=(nil)", "UserName="},
      {"SaveUser", "User", "User=(nil)", "User="},
      {"GetUserInfoList", "UserInfoIds", "UserInfoIds=(nil)", "UserInfoIds="},
  };
  for (const Case& one : cases) {
    for (const ContractMode mode : all_modes) {
      CHECK(read(mode, one.operation, "<" + one.name + " i:nil=\"true\"/>") == one.nil);
      CHECK(read(mode, one.operation, "<" + one.name + "/>") == one.empty);
      CHECK(read(mode, one.operation, "") == "");
    }
  }
}

TEST_CASE("Values: in a nil element nothing counts") {
  const std::string nil = "<UserName i:nil=\"true\">n</UserName>";
  CHECK(read(ContractMode::lenient, "GetUserFromName", nil) ==
        "UserName=(nil) ! W-UNKNOWN-ELEMENT");
  CHECK(read(ContractMode::warn, "GetUserFromName", nil) == "UserName=(nil) ! W-UNKNOWN-ELEMENT");
  CHECK(read(ContractMode::strict, "GetUserFromName", nil) == "refused W-UNKNOWN-ELEMENT");
  CHECK(complaint("GetUserFromName", "<UserName i:nil=\"yes\"/>") ==
        whole("UserName", "The value 'yes' cannot be parsed as the type 'Boolean'."));
}

TEST_CASE("Values: an unreadable one is a fault in WCF's words that names the parameter") {
  const std::string enumeration =
      "Invalid enum value '%' cannot be deserialized into type "
      "'SuperOffice.CRM.Services.Util.RoleType'. Ensure that the necessary enum values are present "
      "and are marked with EnumMemberAttribute attribute if the type has DataContractAttribute "
      "attribute.";
  const auto bad_role = [&](const std::string& text) {
    return std::string(enumeration).replace(enumeration.find('%'), 1, text);
  };
  const auto bad_value = [](const std::string& text, const std::string& type) {
    return "The value '" + text + "' cannot be parsed as the type '" + type + "'.";
  };
  struct Case {
    std::string operation;
    std::string parameters;
    std::string parameter;
    std::string inner;
  };
  const Case cases[] = {
      {"GetUser", "<UserId/>", "UserId", bad_value("", "Int32")},
      {"GetUser", "<UserId>abc</UserId>", "UserId", bad_value("abc", "Int32")},
      {"GetUser", "<UserId>1.0</UserId>", "UserId", bad_value("1.0", "Int32")},
      {"GetUser", "<UserId>0x10</UserId>", "UserId", bad_value("0x10", "Int32")},
      {"GetUser", "<UserId>1 2</UserId>", "UserId", bad_value("1 2", "Int32")},
      {"GetUser", "<UserId>2147483648</UserId>", "UserId", bad_value("2147483648", "Int32")},
      {"GetUser", "<UserId i:nil=\"1\"/>", "UserId", "ValueType 'System.Int32' cannot be null."},
      {"GetUser", "<UserId><x xmlns=\"\"/></UserId>", "UserId",
       "End element 'UserId' from namespace "
       "'http://www.superoffice.net/ws/crm/NetServer/Services86' expected. Found element 'x' from "
       "namespace ''."},
      {"MakeRetired", "<Retired>maybe</Retired>", "Retired", bad_value("maybe", "Boolean")},
      {"MakeRetired", "<Retired>True</Retired>", "Retired", bad_value("True", "Boolean")},
      {"GetAllRoles", "<RoleType>Bogus</RoleType>", "RoleType", bad_role("Bogus")},
      {"GetAllRoles", "<RoleType>1</RoleType>", "RoleType", bad_role("1")},
      {"GetAllRoles", "<RoleType> Employee</RoleType>", "RoleType", bad_role(" Employee")},
      {"GetAllRoles", "<RoleType/>", "RoleType", bad_role("")},
      {"GetAllRoles", "<RoleType i:nil=\"true\"/>", "RoleType",
       "ValueType 'SuperOffice.CRM.Services.Util.RoleType' cannot be null."},
      {"SaveUser", "<User><Lastlogin>yesterday</Lastlogin></User>", "User",
       bad_value("yesterday", "DateTime")},
      {"SaveUser", "<User><Person><Retired>70000</Retired></Person></User>", "User",
       bad_value("70000", "Int16")},
      {"GetUserInfoList",
       "<UserInfoIds xmlns:a=\"http://schemas.microsoft.com/2003/10/Serialization/Arrays\">"
       "<a:int/></UserInfoIds>",
       "UserInfoIds", bad_value("", "Int32")},
      {"GetUserInfoList", "<UserInfoIds>1,2</UserInfoIds>", "UserInfoIds",
       "Expecting state 'Element'.. Encountered 'Text'  with name '', namespace ''."},
      {"GetUser", "7", "GetUser",
       "Expecting state 'Element'.. Encountered 'Text'  with name '', namespace ''."},
  };
  for (const Case& one : cases) {
    CHECK(complaint(one.operation, one.parameters) == whole(one.parameter, one.inner));
  }
}

TEST_CASE("Values: a dictionary's pair has both its parts") {
  const auto pair = [](const std::string& parts) {
    return "<User><FieldProperties><FieldPropertyDictionaryKeyValuePair>" + parts +
           "</FieldPropertyDictionaryKeyValuePair></FieldProperties></User>";
  };
  for (const ContractMode mode : all_modes) {
    CHECK(read(mode, "SaveUser", pair("<Key>k</Key><Value i:nil=\"true\"/>")) ==
          "User(FieldProperties(FieldPropertyDictionaryKeyValuePair(Key=k Value=(nil))))");
    CHECK(read(mode, "SaveUser", pair("<Key>k</Key>")) == "DeserializationFailed");
  }
  CHECK(complaint("SaveUser", pair("")) ==
        whole("User",
              "'EndElement' 'FieldPropertyDictionaryKeyValuePair' from namespace "
              "'http://www.superoffice.net/ws/crm/NetServer/Services86' is not expected. Expecting "
              "element 'Key'."));
}

}  // namespace emulator::testing
