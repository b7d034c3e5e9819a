#include "server/client/answer_difference.h"

#include <doctest/doctest.h>

using namespace emulator;

namespace {

std::string first(const std::string& recorded, const std::string& now,
                  const std::set<std::string, std::less<>>& ignored = {}) {
  const auto lines = answer_differences(recorded, now, ignored);
  return lines.empty() ? "" : lines.front();
}

}  // namespace

TEST_CASE("Answer difference: what only looks different is alike") {
  struct Case {
    const char* recorded;
    const char* now;
  };
  for (const Case& c : {
           Case{"<a><b>1</b></a>", "<a>\n  <b>1</b>\n</a>"},
           Case{R"(<p:a xmlns:p="urn:x"><p:b/></p:a>)", R"(<a xmlns="urn:x"><b></b></a>)"},
           Case{"<a><!-- note --><b>&amp;</b></a>", "<a><b><![CDATA[&]]></b></a>"},
           Case{"not XML", "not XML"},
           Case{"", ""},
       }) {
    CAPTURE(c.recorded);
    CHECK(first(c.recorded, c.now) == "");
  }
}

TEST_CASE("Answer difference: a line names the place, what was there and what is") {
  constexpr const char* nil =
      R"(<a xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><b i:nil="true"/></a>)";
  struct Case {
    const char* recorded;
    const char* now;
    const char* line;
  };
  for (const Case& c : {
           Case{"<a><b>1</b></a>", "<a><b>2</b></a>", "b: '1', now '2'"},
           Case{"<a><b><c>1</c></b></a>", "<a><b><c/></b></a>", "b/c: '1', now ''"},
           Case{nil, "<a><b/></a>", "b: nil, now not nil"},
           Case{"<a><b/></a>", nil, "b: not nil, now nil"},
           Case{"<a><b/><c/></a>", "<a><c/><b/></a>", ": has b, now there is c"},
           Case{"<a><d><b/></d></a>", "<a><d><b/><b/></d></a>", "d: 1 elements, now 2"},
           Case{"<a><b/></a>", R"(<a><b xmlns="urn:x"/></a>)", ": has b, now there is b"},
           Case{"<a/>", "<b/>", "the root: a in no namespace, now b in no namespace"},
           Case{"<a/>", "oops", "the body: XML, now no XML"},
           Case{"oops", "oops!", "the body: no XML, now no XML, of other bytes"},
       }) {
    CAPTURE(c.recorded);
    CHECK(first(c.recorded, c.now) == c.line);
  }
}

TEST_CASE("Answer difference: each one is told, and ignored elements are not looked into") {
  const std::string recorded = "<a><t><x>1</x></t><b>1</b><c>1</c></a>";
  const std::string now = "<a><t><y>2</y><z/></t><b>2</b><c>2</c></a>";
  CHECK(answer_differences(recorded, now, {"t"}).size() == 2);
  CHECK(answer_differences(recorded, now, {"t", "b", "c"}).empty());
  CHECK(first("<a><t/></a>", "<a/>", {"t"}) == ": 1 elements, now 0");
}
