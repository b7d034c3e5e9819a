#include "tests/tidy/cpp_text.h"

#include <doctest/doctest.h>

namespace tidy {
namespace {

TEST_CASE("Tidy: comments, texts and characters are no code") {
  struct Case {
    std::string code, expected;
  };
  const Case cases[] = {
      {"a; // b {\nc;", "a; \nc;"},
      {"a /* b\n{ */ c", "a \n c"},
      {R"(f("{ // }") + 1)", R"(f("") + 1)"},
      {R"(f("\"{"))", R"(f(""))"},
      {R"(f('{', '\'', 1'000))", R"(f("", "", 1'000))"},
      {"f(R\"(a \" {\n)\", b)", "f(\"\"\n, b)"},
      {"f(R\"x(a )\" {)x\", b)", "f(\"\", b)"},
      {"a // open", "a "},
      {"a /* open", "a "},
      {"f(\"open", "f(\"\""},
  };
  for (const auto& one : cases) {
    CAPTURE(one.code);
    CHECK(without_texts(one.code) == one.expected);
  }
}

TEST_CASE("Tidy: a word is no part of a name") {
  CHECK(find_word("class A", "class") == 0);
  CHECK(find_word("classes class", "class") == 8);
  CHECK(find_word("subclass", "class") == std::string::npos);
  CHECK(find_word("class_ _class class2", "class") == std::string::npos);
}

}  // namespace
}  // namespace tidy
