#include "server/envelope/parameter_texts.h"

#include <doctest/doctest.h>

using namespace emulator;

namespace {

/// Such as `UserId=1 User/Name=x `.
std::string texts(const std::string& payload) {
  std::string text;
  for (const auto& [name, value] : parameter_texts(payload)) text += name + "=" + value + " ";
  return text;
}

}  // namespace

TEST_CASE("Parameter texts: those within others have a path, and items one entry each") {
  struct Case {
    std::string payload, texts;
  };
  for (const Case& c : {
           Case{"", ""},
           Case{"<GetUser xmlns=\"u\"/>", ""},
           Case{"<GetUser xmlns=\"u\"><UserId>11</UserId></GetUser>", "UserId=11 "},
           Case{"<SaveUser><User><Name>n</Name><Role><Id>1</Id></Role></User></SaveUser>",
                "User/Name=n User/Role/Id=1 "},
           Case{"<Set><Ids xmlns=\"a\"><int>1</int><int>2</int></Ids><B>b</B></Set>",
                "Ids/int=1 Ids/int=2 B=b "},
           Case{"<Set><A xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:nil=\"true\"/>"
                "<B></B></Set>",
                "A= B= "},
           Case{"<Set><A>a&amp;b &lt;c</A></Set>", "A=a&b <c "},
       }) {
    CAPTURE(c.payload);
    CHECK(texts(c.payload) == c.texts);
  }
}
