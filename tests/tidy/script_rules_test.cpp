#include "tests/tidy/script_rules.h"

#include <doctest/doctest.h>

namespace tidy {
namespace {

TEST_CASE("Tidy: shell scripts are executable and say their interpreter") {
  CHECK(unrunnable_scripts("server/run", {"#!/usr/bin/env bash\n", true}).empty());
  CHECK(unrunnable_scripts("server/run", {"#!/usr/bin/env bash\n", false}).size() == 1);
  CHECK(unrunnable_scripts("a", {"#!/bin/sh -e\n", false}).size() == 1);
  CHECK(unrunnable_scripts("a.sh", {"echo\n", true}).size() == 1);
  CHECK(unrunnable_scripts("a.sh", {"echo\n", false}).size() == 2);
  CHECK(unrunnable_scripts("a", {"#!/usr/bin/env python3\n# sh \n", false}).empty());
  CHECK(unrunnable_scripts("a.txt", {"plain\n", false}).empty());
}

TEST_CASE("Tidy: shell scripts are understood by bash") {
  CHECK(broken_scripts("a.sh", {"#!/bin/bash\nif true; then echo; fi\n", true}).empty());
  CHECK(broken_scripts("a.sh", {"#!/bin/bash\nif true; then echo\n", true}).size() == 1);
  CHECK(broken_scripts("a", {"#!/bin/bash\necho \"open\n", true}).size() == 1);
  CHECK(broken_scripts("a.txt", {"if true; then\n", true}).empty());
}

TEST_CASE("Tidy: packages have a column, and are sorted and unique") {
  const auto count = [](const std::string& text) { return untidy_packages("p", text).size(); };
  CHECK(count("# A comment\n\na run\nb run # why\n\na-dev build\nb test\nc test\n") == 1);
  CHECK(count("# A comment\n\na run\nc run # why\n\na-dev build\nb test\nd test\n") == 0);
  CHECK(count("a\n") == 1);
  CHECK(count("a later\n") == 1);
  CHECK(count("a run build\n") == 1);
  CHECK(count("b run\na run\n") == 1);
  CHECK(count("b build\na run\n") == 1);
  CHECK(count("a run\na run\n") == 1);
}

TEST_CASE("Tidy: the README names every option") {
  CHECK(unexplained_options("| `--port` | `--seed WORD` |", {"port", "seed"}).empty());
  CHECK(unexplained_options("--port", {"port"}).empty());
  CHECK(unexplained_options("--port-file, port, --ports", {"port"}).size() == 1);
  CHECK(unexplained_options("", {"port", "seed"}).size() == 2);
}

}  // namespace
}  // namespace tidy
