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

TEST_CASE("Parameter texts: there are at most 1000, and 256 KiB of names and texts") {
  const auto bytes_of = [](const std::string& payload) {
    std::size_t bytes = 0;
    for (const auto& [name, value] : parameter_texts(payload)) bytes += name.size() + value.size();
    return bytes;
  };
  std::string many = "<Set>", large = many;
  for (int i = 0; i < 1001; ++i) many += "<A/>";
  for (int i = 0; i < 30; ++i) large += "<A>" + std::string(10'000, 'x') + "</A>";
  CHECK(parameter_texts(many + "</Set>").size() == 1000);
  CHECK(parameter_texts(large + "</Set>").size() == 27);
  // A path is as long as all the names above: each leaf would have it again.
  const std::string name(40'000, 'n');
  std::string deep, ends;
  for (int i = 0; i < 5; ++i) {
    deep += "<" + name + ">";
    ends += "</" + name + ">";
  }
  for (int i = 0; i < 900; ++i) deep += "<a/>";
  CHECK(bytes_of("<Set>" + deep + ends + "</Set>") <= 256 * 1024);
  CHECK(bytes_of("<Set>" + deep + deep + ends + ends + "</Set>") <= 256 * 1024);
}
