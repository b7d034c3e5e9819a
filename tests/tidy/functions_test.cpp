#include "tests/tidy/functions.h"

#include <doctest/doctest.h>

#include <string>

namespace tidy {
namespace {

/// `first-last` of each function.
std::string spans(const std::string& code) {
  std::string text;
  for (const auto& one : functions_of(code)) {
    text += (text.empty() ? "" : " ") + std::to_string(one.first_line) + "-" +
            std::to_string(one.last_line);
  }
  return text;
}

TEST_CASE("Tidy: functions are found with their heads") {
  struct Case {
    std::string code, expected;
  };
  const Case cases[] = {
      {"void f() {}\n", "1-1"},
      {"int f(int a,\n      int b) {\n  return a;\n}\n", "1-4"},
      {"namespace a {\nnamespace {\nvoid f() {\n}\n}  // namespace\n}\n", "3-4"},
      {"template <class A, class B = C<A>>\nA f(B b) {\n}\n", "1-3"},
      {"template <class A>\nstruct B {\n  void f() {\n  }\n};\n", "3-4"},
      {"class A : public B {\n public:\n  A() {\n  }\n  int f() const { return 1; }\n};\n",
       "3-4 5-5"},
      {"A::A(int a) : a_{a}, b_(1) {\n  f();\n}\n", "1-3"},
      {"A::A(int a) : b_(1), a_{a} {\n  f();\n}\n", "1-3"},
      {"auto f() -> int {\n}\n", "1-2"},
      {"TEST_CASE(\"a {\") {\n  g();\n}\n", "1-3"},
      {"extern \"C\" {\nvoid f() {\n}\n}\n", "2-3"},
      {"bool operator()(int a) const noexcept {\n}\n", "1-2"},
      {"void f() {\n  if (a) {\n  }\n  g([] {\n  });\n  struct B {\n    void h() {}\n  };\n}\n",
       "1-9"},
      {"int f() { return 1; }\n\nint g() {\n}\n", "1-1 3-4"},
      {"#define F(a) \\\n  {a}\n#if X\nvoid f() {\n}\n#endif\n", "4-5"},
  };
  for (const auto& one : cases) {
    CAPTURE(one.code);
    CHECK(spans(one.code) == one.expected);
  }
}

TEST_CASE("Tidy: what only has braces is no function") {
  for (const std::string code :
       {"int a{1};\n", "const std::vector<A> table{{1, f()},\n{2, g()}};\n",
        "const std::vector<A> table = {\n{1, \"(\"}};\n", "const auto a = f(1, {2});\n",
        "enum class A { b, c };\n", "struct A {\n  int b = f();\n  int c{g()};\n};\n",
        "namespace a::b {\n}\n", "void f();\n", "// void f() {\n// }\n"}) {
    CAPTURE(code);
    CHECK(spans(code).empty());
  }
}

TEST_CASE("Tidy: braces that do not match do no harm") {
  CHECK(spans("}\nvoid f() {\n}\n") == "2-3");
  CHECK(spans("void f() {\n").empty());
}

}  // namespace
}  // namespace tidy
