#!/usr/bin/env bash
# Tests of server/run, tests/run and docker/*: a copy of the scripts around a tiny stand-in project.
set -euo pipefail

source_root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." >/dev/null && pwd -P)
scratch=$(mktemp -d)
trap 'rm -rf -- "$scratch"' EXIT
clone="$scratch/a clone"
failures=0

check() { # check CLAIM COMMAND...
  local claim=$1
  shift
  if ! "$@"; then
    echo "FAILED: $claim" >&2
    failures=$((failures + 1))
  fi
}
equal() {
  [ "$1" == "$2" ] || { printf '  got:  %s\n  want: %s\n' "$1" "$2" >&2 && false; }
}
contains() {
  [[ $1 == *"$2"* ]] || { printf '  got:  %s\n  want: ...%s...\n' "$1" "$2" >&2 && false; }
}
exit_code() { # Sets `code`; the command's output goes to $scratch/out and $scratch/err.
  code=0
  "$@" >"$scratch/out" 2>"$scratch/err" || code=$?
}

make_clone() {
  mkdir -p "$clone/docker" "$clone/server" "$clone/tests" "$scratch/elsewhere"
  cp "$source_root"/docker/{packages,install,build} "$clone/docker/"
  cp "$source_root/server/run" "$clone/server/"
  cp "$source_root/tests/run" "$clone/tests/"
  cat >"$clone/main.c" <<'C'
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
int main(int count, char** arguments) {
  for (int i = 1; i < count; ++i) printf("[%s]\n", arguments[i]);
  char directory[4096];
  if (count > 1 && strcmp(arguments[1], "cwd") == 0) puts(getcwd(directory, sizeof directory));
  if (count > 1 && strcmp(arguments[1], "wait") == 0) {
    printf("%d\n", (int)getpid());
    fflush(stdout);
    sleep(60);
  }
  return count > 1 ? atoi(arguments[count - 1]) : 0;
}
C
  cat >"$clone/CMakeLists.txt" <<'C'
cmake_minimum_required(VERSION 3.25)
project(stand_in LANGUAGES C)
add_executable(nsemu main.c)
add_custom_target(unit_tests DEPENDS nsemu)
enable_testing()
add_test(NAME good COMMAND nsemu 0)
add_test(NAME bad COMMAND nsemu 1)
C
}

test_server_run() {
  cd "$scratch/elsewhere"
  exit_code "$clone/server/run" "two words" '*' 7
  check "the exit code is the emulator's" equal "$code" 7
  check "stdout is the emulator's, arguments as given" \
    equal "$(cat "$scratch/out")" $'[two words]\n[*]\n[7]'
  check "the build talks on stderr" contains "$(cat "$scratch/err")" "building nsemu"

  exit_code "$clone/server/run" cwd
  check "a second run is silent" equal "$(cat "$scratch/err")" ""
  check "paths are the caller's" equal "$(cat "$scratch/out")" $'[cwd]\n'"$scratch/elsewhere"

  "$clone/server/run" wait >"$scratch/out" 2>"$scratch/err" &
  local pid=$! code=0
  for _ in $(seq 100); do
    if [ "$(wc -l <"$scratch/out")" -ge 2 ]; then break; fi
    sleep 0.1
  done
  check "it becomes the emulator" equal "$(tail -n 1 "$scratch/out")" "$pid"
  kill -TERM "$pid"
  wait "$pid" || code=$?
  check "SIGTERM reaches the emulator" equal "$code" 143
}

test_two_at_once() {
  touch "$clone/main.c"
  "$clone/server/run" 0 >/dev/null 2>"$scratch/first" &
  local pid=$! code=0
  exit_code "$clone/server/run" 0
  check "the second of two at once works" equal "$code" 0
  code=0
  wait "$pid" || code=$?
  check "the first of two at once works" equal "$code" 0
}

test_moved_clone() {
  mv "$clone" "$scratch/moved"
  clone="$scratch/moved"
  sed -i 's/\[%s\]/<%s>/' "$clone/main.c"
  exit_code "$clone/server/run" 0
  check "a moved clone builds itself" equal "$(cat "$scratch/out")" "<0>"
}

test_broken_build() {
  echo "garbage" >>"$clone/main.c"
  exit_code "$clone/server/run" 0
  check "a broken build is not run" equal "$code$(cat "$scratch/out")" 1
  sed -i '$d' "$clone/main.c"
}

test_tests_run() {
  exit_code "$clone/tests/run"
  check "a failed test fails the run" equal "$code" 8
  check "ctest names what failed" contains "$(cat "$scratch/out")" "bad (Failed)"
  exit_code "$clone/tests/run" -R good
  check "arguments reach ctest" equal "$code" 0
  check "ctest's summary is the last line" \
    contains "$(tail -n 1 "$scratch/out")" "Total Test time"
  exit_code "$clone/tests/run" -R no_such_test
  check "no tests found is a failure" equal "$((code != 0))" 1
}

# Stand-ins for the system: `installed` lists the packages, `calls` what apt-get was asked to do.
make_system() {
  mkdir -p "$scratch/system"
  cat >"$scratch/system/dpkg-query" <<'S'
#!/bin/sh
cat "$SCRATCH/installed"
exit 1
S
  cat >"$scratch/system/id" <<'S'
#!/bin/sh
echo "$FAKE_UID"
S
  cat >"$scratch/system/apt-get" <<'S'
#!/bin/sh
echo "$DEBIAN_FRONTEND $*" >>"$SCRATCH/calls"
exit "${APT_EXIT:-0}"
S
  chmod +x "$scratch"/system/*
  printf '# A comment\n\none run\ntwo run\nthree build # why\nfour test\n' >"$clone/docker/packages"
}

test_install() {
  local system=(env "PATH=$scratch/system:$PATH" "SCRATCH=$scratch" "FAKE_UID=0")
  printf 'one installed\nthree installed\nfour not-installed\n' >"$scratch/installed"

  exit_code "${system[@]}" "$clone/docker/install" build
  check "nothing missing: silent" equal "$code$(cat "$scratch/out" "$scratch/err")" 0
  check "nothing missing: apt-get is not called" test ! -e "$scratch/calls"

  exit_code "${system[@]}" FAKE_UID=1000 "$clone/docker/install" run build test
  check "not root: exit 2" equal "$code" 2
  check "not root: says the command" equal "$(tail -n 1 "$scratch/err")" \
    "apt-get update && apt-get install -y --no-install-recommends two four"
  check "not root: apt-get is not called" test ! -e "$scratch/calls"

  exit_code "${system[@]}" "$clone/docker/install" run test
  check "root: installs" equal "$code" 0
  check "root: only what is missing, without questions" equal "$(cat "$scratch/calls")" \
    "noninteractive -q -o DPkg::Lock::Timeout=600 update
noninteractive -q -o DPkg::Lock::Timeout=600 install -y --no-install-recommends two four"

  exit_code "${system[@]}" APT_EXIT=100 "$clone/docker/install" run
  check "apt-get failed: exit 1" equal "$code" 1
  exit_code "$clone/docker/install" everything
  check "an unknown column: exit 2" equal "$code" 2
  exit_code "$clone/docker/install"
  check "no column: exit 2" equal "$code" 2
}

make_clone
test_server_run
test_two_at_once
test_moved_clone
test_broken_build
test_tests_run
make_system
test_install
if [ "$failures" -ne 0 ]; then
  echo "$failures claims failed" >&2
  exit 1
fi
