#include "tests/tidy/layout_rules.h"

#include <doctest/doctest.h>

namespace tidy {
namespace {

Tree tree_of(const std::vector<std::string>& paths) {
  Tree tree;
  for (const auto& path : paths) tree[path] = {};
  return tree;
}

TEST_CASE("Tidy: the top level has its rooms and nothing else") {
  std::vector<std::string> paths{"CMakeLists.txt", "LICENSE",        "README.md",
                                 "docker/install", "generated/a",    "server/main.cpp",
                                 "store/a.cpp",    "tests/main.cpp", "wsdl/a",
                                 ".gitignore",     ".ci/run"};
  CHECK(wrong_top_level(tree_of(paths)).empty());
  paths.emplace_back("notes.txt");
  paths.emplace_back("docs/a.md");
  CHECK(wrong_top_level(tree_of(paths)).size() == 2);
  CHECK(wrong_top_level(tree_of({"LICENSE"})).size() == 8);
}

TEST_CASE("Tidy: names that say nothing are found, and files in other cases") {
  for (const auto* path :
       {"server/common/a.cpp", "store/utils/a.cpp", "helpers/a.py", "server/a/misc/b/c.cpp",
        "tests/base/a", "store/UserRoles.cpp", "store/user-roles.h"}) {
    CAPTURE(path);
    CHECK(wrong_names(path).size() == 1);
  }
  for (const auto* path : {"server/gate/common.cpp", "store/database/a2.cpp", "README.md"}) {
    CAPTURE(path);
    CHECK(wrong_names(path).empty());
  }
}

TEST_CASE("Tidy: sources and tests mirror each other") {
  CHECK(missing_mirrors(tree_of({"store/roles.cpp", "tests/store/roles_test.cpp"})).empty());
  CHECK(missing_mirrors(tree_of({"store/roles.cpp"})).size() == 1);
  CHECK(missing_mirrors(tree_of({"server/gate/a.cpp", "tests/server/a_test.cpp"})).size() == 2);
  CHECK(missing_mirrors(tree_of({"tests/store/roles_test.cpp"})).size() == 1);
  CHECK(missing_mirrors(tree_of({"generated/a.cpp", "tests/support/b.cpp"})).empty());
}

TEST_CASE("Tidy: headers and SQL need no test, but may have one") {
  CHECK(missing_mirrors(tree_of({"store/schema.sql", "tests/store/schema_test.cpp"})).empty());
  CHECK(missing_mirrors(tree_of({"store/records.h"})).empty());
  CHECK(missing_mirrors(tree_of({"store/records.h", "tests/store/records_test.cpp"})).empty());
}

TEST_CASE("Tidy: a source may have further tests, but not these alone") {
  CHECK(missing_mirrors(tree_of({"store/user_roles.cpp", "tests/store/user_roles_test.cpp",
                                 "tests/store/user_roles_when_deleted_test.cpp"}))
            .empty());
  CHECK(
      missing_mirrors(tree_of({"store/roles.cpp", "tests/store/roles_deleted_test.cpp"})).size() ==
      1);
  CHECK(missing_mirrors(tree_of({"store/a_b/c.h", "tests/store/a_b/d_test.cpp"})).size() == 1);
}

TEST_CASE("Tidy: exempt from mirroring are the program and whole messages") {
  CHECK(missing_mirrors(tree_of({"server/main.cpp", "tests/server/golden/user_test.cpp",
                                 "tests/server/regression/nil_name_test.cpp"}))
            .empty());
}

TEST_CASE("Tidy: no namespace soap") {
  CHECK(soap_namespaces("a.cpp", "namespace soap {\n}\n").size() == 1);
  CHECK(soap_namespaces("a.h", "namespace emulator::soap {\n}\n").size() == 1);
  CHECK(soap_namespaces("a.cpp", "namespace soap::a {\n}\n").size() == 1);
  CHECK(soap_namespaces("a.cpp", "struct soap* context; // namespace soap\n").empty());
  CHECK(soap_namespaces("a.cpp", "namespace soap_messages {\n}\n").empty());
  CHECK(soap_namespaces("a.md", "namespace soap\n").empty());
}

TEST_CASE("Tidy: places of one machine and documents from outside are found") {
  // Put together here, so that this file does not break the rule that it tests.
  const std::string slash = "/", end = ".md";
  for (const auto& text :
       {slash + "work/main/a", slash + "work/shared", slash + "home/me", slash + "root/a",
        slash + "Users/me", ".." + slash + "shared", "see design" + end, "behaviour" + end,
        "(gsoap" + end + ")", "models" + end, "peers" + end, "HOUSE" + end}) {
    CAPTURE(text);
    const auto found = outside_references("a", "\n" + text + "\n");
    REQUIRE(found.size() == 1);
    CHECK(found[0].line == 2);
  }
  CHECK(outside_references("a", "/usr/share/a work/main shared/ README.md redesign.mdx").empty());
}

}  // namespace
}  // namespace tidy
