#include "server/transport/request_target.h"

#include <doctest/doctest.h>

using namespace emulator;
using namespace std::string_literals;

namespace {

std::string joined(const std::vector<std::string>& segments) {
  std::string path;
  for (const auto& segment : segments) path += "[" + segment + "]";
  return path;
}

/// `TENANT,SERVICES,NAME`, or `(none)`.
std::string service_of_path(const std::string& target) {
  const auto parsed = request_target_of(target);
  REQUIRE(parsed.has_value());
  const auto path = service_path_of(*parsed);
  return path ? path->tenant + "," + path->services + "," + path->name : "(none)";
}

}  // namespace

TEST_CASE("Request target: segments have their escapes resolved, the query keeps them") {
  struct Case {
    const char* target;
    const char* segments;
    const char* query;
    const char* authority;
  };
  for (const Case& c : {
           Case{"/", "", "", ""},
           Case{"/health/live", "[health][live]", "", ""},
           Case{"/health/live/", "[health][live]", "", ""},
           Case{"//health///live", "[health][live]", "", ""},
           Case{"/a%20b/%C3%98re", "[a b][\xC3\x98re]", "", ""},
           Case{"/%52emote/x%2Esvc", "[Remote][x.svc]", "", ""},
           Case{"/a%252fb", "[a%2fb]", "", ""},
           Case{"/a...b/..c/d..", "[a...b][..c][d..]", "", ""},
           Case{"/a?wsdl", "[a]", "wsdl", ""},
           Case{"/a?", "[a]", "", ""},
           Case{"/a?x=%20&y=/../z?", "[a]", "x=%20&y=/../z?", ""},
           Case{"http://emulator.example/a/b?wsdl", "[a][b]", "wsdl", "emulator.example"},
           Case{"http://127.0.0.1:8086/a", "[a]", "", "127.0.0.1:8086"},
           Case{"HTTPS://[::1]:8443/a", "[a]", "", "[::1]:8443"},
           Case{"http://user:secret@emulator.example/a", "[a]", "", "emulator.example"},
           Case{"http://emulator.example", "", "", "emulator.example"},
           Case{"http://emulator.example?wsdl", "", "wsdl", "emulator.example"},
       }) {
    CAPTURE(c.target);
    const auto target = request_target_of(c.target);
    REQUIRE(target.has_value());
    CHECK(joined(target->segments) == c.segments);
    CHECK(target->query == c.query);
    CHECK(target->authority == c.authority);
  }
}

TEST_CASE("Request target: no URL, or one that steps out of its path, is refused") {
  for (const std::string& target : {""s,
                                    "*"s,
                                    "health"s,
                                    "health/live"s,
                                    "/a b"s,
                                    "/a\tb"s,
                                    "/a%"s,
                                    "/a%2"s,
                                    "/a%zz"s,
                                    "/a#b"s,
                                    "/\xC3\x98re"s,
                                    "/a\0b"s,
                                    "/a%00b"s,
                                    "/a%2fb"s,
                                    "/a%2Fb"s,
                                    "/.."s,
                                    "/a/../b"s,
                                    "/a/.."s,
                                    "/%2e%2e/a"s,
                                    "/.%2E/a"s,
                                    "http://emulator.example/a/../b"s,
                                    "http://emulator.example/%00"s,
                                    "http://[::1/a"s,
                                    "//"s + std::string(3, '\0')}) {
    CAPTURE(target);
    CHECK_FALSE(request_target_of(target).has_value());
  }
}

TEST_CASE("Service path: [TENANT/]Remote/ServicesNN/NAME.svc in any case, and nothing else") {
  struct Case {
    const char* target;
    const char* found;
  };
  for (const Case& c : {
           Case{"/Remote/Services86/User.svc", ",Services86,User"},
           Case{"/remote/services86/user.svc", ",services86,user"},
           Case{"/REMOTE/SERVICES86/SOPRINCIPAL.SVC", ",SERVICES86,SOPRINCIPAL"},
           Case{"/Cust12345/Remote/Services86/User.svc", "Cust12345,Services86,User"},
           Case{"/remote/Remote/Services86/User.svc", "remote,Services86,User"},
           Case{"/Remote/Services88/Person.svc", ",Services88,Person"},
           Case{"/Remote/Services86/User.svc?wsdl", ",Services86,User"},
           Case{"/Remote//Services86/User.svc/", ",Services86,User"},
           Case{"/Remote/Services86/.svc", ",Services86,"},
           Case{"/%52emote/Services86/User%2Esvc", ",Services86,User"},
           Case{"http://127.0.0.1:8086/T/Remote/Services86/User.svc", "T,Services86,User"},
           Case{"/", "(none)"},
           Case{"/User.svc", "(none)"},
           Case{"/Services86/User.svc", "(none)"},
           Case{"/Remote/User.svc", "(none)"},
           Case{"/Remote/Services86", "(none)"},
           Case{"/Remote/Services86/User", "(none)"},
           Case{"/Remote/Services86/User.asmx", "(none)"},
           Case{"/Remote/Services86/User.svc/GetUser", "(none)"},
           Case{"/Remotely/Services86/User.svc", "(none)"},
           Case{"/Remote/Service86/User.svc", "(none)"},
           Case{"/a/b/Remote/Services86/User.svc", "(none)"},
           Case{"/a%20/b/Remote/Services86/User.svc", "(none)"},
       }) {
    CAPTURE(c.target);
    CHECK(service_of_path(c.target) == c.found);
  }
}

TEST_CASE("Request target: a query is found by name, alone or among others, in any case") {
  struct Case {
    const char* query;
    bool found;
  };
  for (const Case& c :
       {Case{"wsdl", true}, Case{"WSDL", true}, Case{"Wsdl&x", true}, Case{"x&wsdl", true},
        Case{"x=1&WSDL=&y", true}, Case{"wsdl=wsdl0", true}, Case{"", false}, Case{"wsdl2", false},
        Case{"singleWsdl", false}, Case{"x=wsdl", false}, Case{"wsd", false}, Case{"&", false}}) {
    CAPTURE(c.query);
    RequestTarget target;
    target.query = c.query;
    CHECK(has_query(target, "wsdl") == c.found);
  }
}
