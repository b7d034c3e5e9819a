#include "server/carriers/wire.h"

#include <doctest/doctest.h>

#include <climits>

using namespace emulator;

TEST_CASE("Wire: an empty text is an empty string, not null") {
  SoapContext context;
  REQUIRE(to_wire(context, "") != nullptr);
  CHECK(*to_wire(context, "") == "");
  CHECK(*to_wire(context, "Øre") == "Øre");
}

TEST_CASE("Wire: null reads as empty") {
  SoapContext context;
  CHECK(text_of(nullptr) == "");
  CHECK(text_of(to_wire(context, "")) == "");
  CHECK(text_of(to_wire(context, " x ")) == " x ");
}

TEST_CASE("Wire: lists keep their order") {
  SoapContext context;
  CHECK(to_wire(context, std::vector<int>{3, 1, 2})->int_ == std::vector<int>{3, 1, 2});
  CHECK(to_wire(context, std::vector<std::string>{"b", "a"})->string ==
        std::vector<std::string>{"b", "a"});
  CHECK(to_wire(context, std::vector<int>())->int_.empty());
}

TEST_CASE("Wire: ranks beyond 16 bits stay at the end of them") {
  struct Case {
    int number;
    short wire;
  };
  for (const Case& c :
       {Case{0, 0}, Case{-1, -1}, Case{32767, 32767}, Case{32768, 32767}, Case{-32768, -32768},
        Case{-32769, -32768}, Case{INT_MAX, 32767}, Case{INT_MIN, -32768}}) {
    CHECK(to_short(c.number) == c.wire);
  }
}
