#include "server/gate/secret_spans.h"

#include <doctest/doctest.h>

#include <ctime>

using namespace emulator;

TEST_CASE("Secret spans: what stands in elements for secrets is blanked, and nothing else") {
  struct Case {
    std::string message, safe;
  };
  for (const Case& c : {
           Case{"", ""},
           Case{"no XML", "no XML"},
           Case{"<a><UserName>u</UserName><Password>p</Password></a>",
                "<a><UserName>u</UserName><Password>***</Password></a>"},
           Case{"<x:Password>p</x:Password><b/>", "<x:Password>***</x:Password><b/>"},
           Case{"<Password></Password><Password/><Password />",
                "<Password></Password><Password/><Password />"},
           Case{"<Password xsi:nil=\"true\" />b<Ticket\n>t</Ticket\n>c",
                "<Password xsi:nil=\"true\" />b<Ticket\n>***</Ticket\n>c"},
           Case{"<Password a='>'>p</Password>", "<Password ***>***</Password>"},
           Case{"<Password xmlns=\"u\" i:type='string'>p</Password>",
                "<Password xmlns=\"u\" i:type='string'>***</Password>"},
           Case{"<Password p>q</Password>", "<Password ***>***</Password>"},
           Case{"<Password p=\"q\"/><b/>", "<Password ***/><b/>"},
           Case{"<User Password=\"p\" Name='n'>x</User>",
                "<User Password=\"***\" Name='n'>x</User>"},
           Case{"<UserGroup><Value>Sales</Value></UserGroup><Credential><Type><Type>t</Type></Type>"
                "<Value>p</Value></Credential>",
                "<UserGroup><Value>Sales</Value></UserGroup><Credential><Type><Type>t</Type></Type>"
                "<Value>***</Value></Credential>"},
           Case{"<SetGeneratedPasswordResponse xmlns=\"u\"><Response>p</Response>",
                "<SetGeneratedPasswordResponse xmlns=\"u\"><Response>***</Response>"},
           Case{"<SetPassword><AssociateId>1</AssociateId></SetPassword>",
                "<SetPassword><AssociateId>1</AssociateId></SetPassword>"},
           Case{"<!-- <Password>p</Password> --><a/>", "<!-- <Password>***</Password> --><a/>"},
       }) {
    CAPTURE(c.message);
    CHECK(blanked_message(c.message) == c.safe);
  }
}

TEST_CASE("Secret spans: only its own end tag ends a secret") {
  for (const std::string content :
       {"<!-- </Password> -->p", "<![CDATA[</Password>]]>p", "<?x </Password>?>p",
        "<Password>a</Password>p", "<Password/>p", "</x:Password>p", "</Passwords>p",
        "<x a='</Password>'>p", "a < b", "<", "&lt;p", "<!-- --><!-- x -- </Password> -->p"}) {
    CAPTURE(content);
    CHECK(blanked_message("<Password>" + content + "</Password><b>kept</b>") ==
          "<Password>***</Password><b>kept</b>");
  }
}

TEST_CASE("Secret spans: where it is not clear how far a secret goes, all that follows is one") {
  for (const std::string rest :
       {"p", "<!-- </Password><b>", "<![CDATA[ ]]</Password>", "p</Pasword><b>c</b>",
        "<Password>p</Password><b/>", "<x a='p</Password>"}) {
    CAPTURE(rest);
    CHECK(blanked_message("<a>b</a><Password>" + rest) == "<a>b</a><Password>***");
  }
  CHECK(blanked_message("<Password p") == "<Password***");
  CHECK(blanked_message("<Password") == "<Password");
  CHECK(blanked_message("<" + std::string(200, 'p') + ":Ticket>p") ==
        "<" + std::string(200, 'p') + ":Ticket>***");
}

TEST_CASE("Secret spans: tickets are blanked wherever they stand") {
  struct Case {
    std::string message, safe;
  };
  for (const Case& c : {
           Case{"<UserName>7T:abc=</UserName>", "<UserName>***</UserName>"},
           Case{"<Message>Associate name 8A:x.y not found</Message>",
                "<Message>Associate name *** not found</Message>"},
           Case{"<UserName>&#55;T:abc</UserName>", "<UserName>***</UserName>"},
           Case{"<UserName>7T&#x3a;abc</UserName>", "<UserName>***</UserName>"},
           Case{"<UserName><![CDATA[7]]>T:abc</UserName>", "<UserName>***</UserName>"},
           Case{"<UserName>7<!-- -->T:abc</UserName>", "<UserName>***</UserName>"},
           Case{"<User Name=\"7T:abc\"/>", "<User Name=\"***\"/>"},
           Case{"7T:abc", "***"},
           Case{"<UserName>A&amp;B&#38;C</UserName>", "<UserName>A&amp;B&#38;C</UserName>"},
       }) {
    CAPTURE(c.message);
    CHECK(blanked_message(c.message) == c.safe);
  }
}

TEST_CASE("Secret spans: a message in UTF-16 is blanked and shown as UTF-8") {
  std::string wide = "\xFF\xFE";
  for (const char c : std::string("<Password>p</Password><b>c</b>")) wide += {c, '\0'};
  CHECK(blanked_message(wide) == "<Password>***</Password><b>c</b>");
  CHECK(blanked_message(wide.substr(0, wide.size() - 18)) == "<Password>***</Password");
}

TEST_CASE("Secret spans: a message made to be slow is not") {
  constexpr std::size_t size = 200'000;
  const std::clock_t start = std::clock();  // Of this process: a busy machine is no failure.
  for (const std::string part :
       {"<Ticket>", "</", "<", "<!--", "<![CDATA[", "<?", "<a b='", "<a ", "&#x",
        "7T:", "7T: ", "<Ticket ", "<a Password='x' ", "<Ticket a='x' ", "]", "&"}) {
    std::string message;
    while (message.size() < size) message += part;
    CAPTURE(part);
    CHECK_FALSE(blanked_message(message).empty());
    CHECK_FALSE(blanked_message("<Ticket>" + message).empty());
  }
  CHECK(std::clock() - start < 10 * CLOCKS_PER_SEC);
}
