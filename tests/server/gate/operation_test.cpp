#include "server/gate/operation.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

using namespace emulator;

TEST_CASE("Operation: 79 of User, 5 of SoPrincipal, each by its own name") {
  const Operations operations;
  std::map<Service, std::set<std::string>> names;
  operations.for_each([&](const OperationInfo& info) { names[info.service].emplace(info.name); });
  CHECK(names[Service::user].size() == 79);
  CHECK(names[Service::so_principal].size() == 5);
  CHECK(names[Service::so_principal].contains("AuthenticateGeneric"));
  CHECK(operations.SetExternalUserInfo.name == "SetExternalUserInfo");
}

TEST_CASE("Operation: a slot has access and effect of the table, before anything is in it") {
  const Operations operations;
  operations.for_each([](const OperationInfo& info) {
    CAPTURE(info.name);
    CHECK(!info.is_implemented);
    CHECK(info.access == access_of(info.name).access);
    CHECK(info.effect == access_of(info.name).effect);
  });
  CHECK(operations.CreateExternalUser.access == Access::manage_external_users);
  CHECK(operations.CreateExternalUser.effect == Effect::writes);
  CHECK(operations.GetSystemInfo.access == Access::anyone);
}

TEST_CASE("Operation: a slot that is filled knows its handler, and nothing else changes") {
  Operations operations;
  operations.GetUser.serve_with([](Call&, const _so__GetUser&, _so__GetUserResponse&) {});
  CHECK(operations.GetUser.is_implemented);
  const bool has_handler = operations.GetUser.handler != nullptr;
  CHECK(has_handler);
  CHECK(operations.GetUser.access == access_of("GetUser").access);
  CHECK(operations.GetUser.effect == access_of("GetUser").effect);
  CHECK(!operations.GetUserInfo.is_implemented);
}
