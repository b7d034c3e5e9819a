#include "server/gate/redaction.h"

#include <doctest/doctest.h>

#include <ctime>

using namespace emulator;

TEST_CASE("Redaction: words of a secret are blanked, the rest of the text is kept") {
  const std::string message = "<a><UserName>ADM0</UserName><Password>one two three</Password></a>";
  struct Case {
    std::string text, safe;
  };
  for (const Case& c : {
           Case{"Entity 'one' not defined", "Entity '***' not defined"},
           Case{"tags one and two of ADM0 at Password", "tags *** and *** of ADM0 at Password"},
           Case{"one", "***"},
           Case{"onerous stone", "onerous stone"},
           Case{"cut at thre", "cut at ***"},
           Case{"not th", "not th"},  // So short a beginning tells nothing, and may be a word.
           Case{"name 7T:abc=; not found, nor 8A:Cust.x", "name *** not found, nor ***"},
           Case{"", ""},
       }) {
    CHECK(without_secrets(c.text, message) == c.safe);
  }
}

TEST_CASE("Redaction: secrets beyond ASCII are blanked, whole or with the rest replaced") {
  const std::string message = "<Password>p\u00E4ssw\u00F6rd \u043F\u0430\u0440</Password>";
  CHECK(without_secrets("The value '\u043F\u0430\u0440' is bad", message) ==
        "The value '***' is bad");
  CHECK(without_secrets("Entity 'p\u00E4ssw\u00F6rd' not defined", message) ==
        "Entity '***' not defined");
  CHECK(without_secrets("Entity 'p??ssw??rd' not", message) == "Entity '***??***??***' not");
}

TEST_CASE("Redaction: elements are found in what is not XML") {
  const std::string text = "hunter2";
  for (const std::string& message : {
           std::string("<Password>hunter2</Password>"),
           std::string("<so:Password>hunter2</so:Password>"),
           std::string("<Ticket a='b'>hunter2"),
           std::string("<ApplicationToken\n>x</y>hunter2</ApplicationToken>"),
           std::string("<Password>x&hunter2;</Password>"),
           std::string("<Password><hunter2</Password>"),
           std::string("<Password>a</Password><NewPassword>hunter2"),
           std::string("<Password>Password&hunter2;</Password>"),
           std::string("<Password hunter2"),
           std::string("<\0P\0a\0s\0s\0w\0o\0r\0d\0>\0h\0u\0n\0t\0e\0r\0002\0", 34),
       }) {
    CAPTURE(message);
    CHECK(without_secrets(text, message) == "***");
  }
}

TEST_CASE("Redaction: an end tag within a comment or CDATA ends no secret") {
  for (const std::string message :
       {"<Password><!-- </Password> -->&hunter2;</Password>",
        "<Password><![CDATA[</Password>]]>hunter2</Password>", "<Password><!-- hunter2",
        "<a:Password>x</b:Password>hunter2</a:Password>", "<password>hunter2</password>",
        "<User Password=\"hunter2\"/>", "<UserName>7T:hunter2</UserName>"}) {
    CAPTURE(message);
    CHECK(without_secrets("hunter2", message) == "***");
  }
}

TEST_CASE("Redaction: every element that holds a secret is known") {
  for (const std::string name :
       {"Password", "OldPassword", "NewPassword", "Ticket", "ApplicationToken", "AccessToken",
        "SecretValue", "CredentialValue", "Value"}) {
    CAPTURE(name);
    CHECK(without_secrets("hunter2", "<" + name + ">hunter2</" + name + ">") == "***");
  }
}

TEST_CASE("Redaction: other elements are no secrets") {
  for (const std::string message :
       {"<UserName>hunter2</UserName>", "<Passwords>hunter2</Passwords>",
        "<MyPassword>hunter2</MyPassword>", "</Password>hunter2", "Password>hunter2",
        "<Password>x</Password>hunter2", "<Password/></Password>hunter2", "", "<", "hunter2"}) {
    CAPTURE(message);
    CHECK(without_secrets("hunter2", message) == "hunter2");
  }
}

TEST_CASE("Redaction: a message made to be slow is not") {
  constexpr std::size_t size = 200'000;
  const std::clock_t start = std::clock();  // Of this process: a busy machine is no failure.
  std::string tags;
  std::string ends;
  while (tags.size() < size) tags += "<Ticket>";
  while (ends.size() < size) ends += "</";
  for (const std::string& message :
       {tags, "<Ticket>" + ends, std::string(size, '<'), "<Ticket>" + std::string(size, 'a')}) {
    CHECK(without_secrets("text", message) == "text");
  }
  CHECK(std::clock() - start < 5 * CLOCKS_PER_SEC);
}
