#include "server/tenants/fault_text.h"

#include <doctest/doctest.h>

#include <cmath>
#include <regex>
#include <set>

#include "tests/support/program.h"

using namespace emulator;
using Kind = DisturbanceKind;
using Shape = DelayRange::Shape;

TEST_CASE("Fault text: each form is read") {
  struct Case {
    const char* text;
    Kind kind;
    std::string detail;
  };
  const auto detail_of = [](const Disturbance& read) {
    switch (read.kind) {
      case Kind::exception:
        return read.error;
      case Kind::fault:
        return read.message;
      case Kind::status:
        return std::to_string(read.status);
      case Kind::delay:
        return std::to_string(std::lround(read.delay.first));
      case Kind::content_type:
        return read.content_type;
      default:
        return std::string();
    }
  };
  for (const Case& c : {
           Case{"exception:user-name-taken", Kind::exception, "user-name-taken"},
           Case{"fault:a: b", Kind::fault, "a: b"},
           Case{"status", Kind::status, "503"},
           Case{"status:200", Kind::status, "200"},
           Case{"status:599", Kind::status, "599"},
           Case{"hang", Kind::hang, ""},
           Case{"delay:200", Kind::delay, "200"},
           Case{"delay:100-300", Kind::delay, "100"},
           Case{"reset", Kind::reset, ""},
           Case{"empty", Kind::empty, ""},
           Case{"truncate", Kind::truncate, ""},
           Case{"garble", Kind::garble, ""},
           Case{"content-type", Kind::content_type, "text/html"},
           Case{"content-type:text/plain; a=b", Kind::content_type, "text/plain; a=b"},
       }) {
    CAPTURE(c.text);
    const auto read = disturbance_of_text(c.text);
    REQUIRE(read);
    CHECK(read->kind == c.kind);
    CHECK(detail_of(*read) == c.detail);
  }
}

TEST_CASE("Fault text: anything else is none") {
  for (const char* text : {"",
                           ":",
                           "Hang",
                           "hang ",
                           " hang",
                           "hang:",
                           "hang:1",
                           "reset:now",
                           "exception",
                           "exception:",
                           "exception:nothing-such",
                           "fault",
                           "fault:",
                           "status:",
                           "status:199",
                           "status:600",
                           "status:abc",
                           "status:503.5",
                           "status:nan",
                           "status:inf",
                           "delay",
                           "delay:",
                           "delay:-1",
                           "delay:x",
                           "delay:nan",
                           "delay:inf",
                           "delay:3600001",
                           "content-type:",
                           "content-type:a\r\nX: y",
                           "content-type:\xC3\xA6",
                           "explode"}) {
    CAPTURE(text);
    CHECK_FALSE(disturbance_of_text(text));
  }
}

TEST_CASE("Fault text: delays are milliseconds, a range, or a median and a sigma") {
  struct Case {
    const char* text;
    Shape shape;
    double first, second;
  };
  for (const Case& c : {
           Case{"0", Shape::fixed, 0, 0},
           Case{"200", Shape::fixed, 200, 0},
           Case{"0.5", Shape::fixed, 0.5, 0},
           Case{"3600000", Shape::fixed, 3'600'000, 0},
           Case{"100-300", Shape::uniform, 100, 300},
           Case{"100-100", Shape::uniform, 100, 100},
           Case{"200~0.5", Shape::lognormal, 200, 0.5},
           Case{"200~10", Shape::lognormal, 200, 10},
       }) {
    CAPTURE(c.text);
    const auto read = delay_of_text(c.text);
    REQUIRE(read);
    CHECK(read->shape == c.shape);
    CHECK(read->first == c.first);
    CHECK(read->second == c.second);
  }
  for (const char* text :
       {"",      "-",     "~",     "x",        "-1",      "1-",        "1~",  "300-100",
        "1-2-3", "1~2~3", "1e3",   "200~10.1", "3600001", "0-3600001", "nan", "inf",
        "1-nan", "1~inf", "200ms", " 200",     "+200",    "0x10"}) {
    CAPTURE(text);
    CHECK_FALSE(delay_of_text(text));
  }
}

TEST_CASE("Fault text: each kind has a name that leads back to it") {
  for (const Kind kind :
       {Kind::exception, Kind::fault, Kind::status, Kind::hang, Kind::delay, Kind::reset,
        Kind::empty, Kind::truncate, Kind::garble, Kind::content_type}) {
    CHECK(disturbance_kind_of(name_of(kind)) == kind);
  }
  CHECK(name_of(Kind::content_type) == "content-type");
  CHECK_FALSE(disturbance_kind_of("content_type"));
}

TEST_CASE("Fault text: the README's table has a form of each kind, and each is read") {
  const std::string readme = testing::file_text(NSEMU_SOURCE_DIR "/README.md");
  const auto head = readme.find("\n| header, or magic value after `emulator-fault:` |");
  REQUIRE(head != std::string::npos);
  const std::string table = readme.substr(head, readme.find("\n\n", head + 1) - head);
  std::set<std::string> kinds;
  const std::regex row("\n\\| `([^`]*)` \\|");
  for (std::sregex_iterator match(table.begin(), table.end(), row), end; match != end; ++match) {
    const std::string form = match->str(1);
    CAPTURE(form);
    const auto read = disturbance_of_text(form);
    REQUIRE(read);
    kinds.emplace(name_of(read->kind));
  }
  CHECK(kinds.size() == 10);
}
