// The answers of each operation of User.svc to a request that succeeds and to one that is refused,
// byte for byte, from tests/golden/operations; tests/golden/README.md says how to renew them.

#include <doctest/doctest.h>

#include <algorithm>
#include <boost/algorithm/string/case_conv.hpp>
#include <cstdlib>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <vector>

#include "server/envelope/message_parser.h"
#include "tests/server/envelope/reading.h"
#include "tests/server/gate/refused_samples.h"
#include "tests/server/gate/sample_rows.h"

using namespace emulator;
using namespace emulator::testing;

namespace {

/// A request to User.svc, and the file that has its answer.
struct Recording {
  std::string operation, caller, parameters, file;
};

std::string path_of(const std::string& operation, const std::string& kind) {
  return NSEMU_SOURCE_DIR "/tests/golden/operations/" + operation + "." + kind + ".xml";
}

std::vector<std::string> operations_of_user(const GateFixture& emulator) {
  std::vector<std::string> all;
  emulator.operations.for_each([&](const OperationInfo& info) {
    if (info.service == Service::user) all.emplace_back(info.name);
  });
  return all;
}

std::vector<Recording> successes(GateFixture& emulator) {
  constexpr int adm0 = 11;
  std::vector<Recording> all;
  for (const std::string& operation : operations_of_user(emulator)) {
    all.push_back(
        {operation, "ADM0", sample_for(emulator, operation, adm0), path_of(operation, "success")});
  }
  return all;
}

std::vector<Recording> refusals() {
  std::vector<Recording> all;
  for (const RefusedSample& sample : refused_samples) {
    all.push_back({std::string(sample.operation), std::string(sample.caller),
                   std::string(sample.parameters),
                   path_of(std::string(sample.operation), "refused")});
  }
  return all;
}

/// An emulator with the samples' rows, which come again for each exchange.
class Recorded {
 public:
  Recorded() {
    make_rows_for_samples(emulator);
    for (const std::string name : {"ADM0", "SAL1"}) {
      tickets_[name] = emulator.login(name, boost::algorithm::to_lower_copy(name));
    }
    rows_.copy_from(emulator.store());
  }

  Reply answer_to(const Recording& exchange) {
    emulator.store().copy_from(rows_);
    emulator.tenant().random = Randomness(1, "golden");  // Else generated passwords differ.
    return emulator.call(tickets_[exchange.caller], exchange.operation, exchange.parameters);
  }

  GateFixture emulator;

 private:
  std::map<std::string, std::string> tickets_{{"", ""}};
  store::Store rows_{store::Store::in_memory};
};

std::string content_of(const std::string& path) {
  std::ifstream input(path, std::ios::binary);
  std::stringstream text;
  text << input.rdbuf();
  return text.str();
}

void compare(const std::string& answer, const std::string& path) {
  if (std::getenv("NSEMU_WRITE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << answer;
  const std::string recorded = content_of(path);
  const auto at = std::ranges::mismatch(answer, recorded).in1 - answer.begin();
  CAPTURE(at);  // Where they part: the whole of both would be pages.
  const auto part = static_cast<std::size_t>(at);
  CHECK(answer.substr(part, 200) == recorded.substr(part, 200));
  CHECK(answer.size() == recorded.size());
}

}  // namespace

TEST_CASE("Golden: each operation has one refused sample") {
  Recorded recorded;
  std::multiset<std::string> there, listed;
  for (const std::string& operation : operations_of_user(recorded.emulator)) {
    there.insert(operation);
  }
  for (const RefusedSample& sample : refused_samples) listed.emplace(sample.operation);
  CHECK(there.size() == 79);
  CHECK(listed == there);
}

TEST_CASE("Golden: what each operation answers to its sample is what is recorded") {
  Recorded recorded;
  for (const Recording& exchange : successes(recorded.emulator)) {
    CAPTURE(exchange.operation);
    const Reply reply = recorded.answer_to(exchange);
    CHECK(reply.succeeded() == "true");
    CHECK(schema_complaint(Service::user, parse_message(reply.xml())) == "");
    compare(reply.xml(), exchange.file);
  }
}

TEST_CASE("Golden: what each operation refuses is refused as recorded") {
  Recorded recorded;
  for (const Recording& exchange : refusals()) {
    CAPTURE(exchange.operation);
    const Reply reply = recorded.answer_to(exchange);
    CHECK(reply.succeeded() == "false");
    CHECK(reply.exception_type().starts_with("SuperOffice.Exceptions."));
    CHECK(schema_complaint(Service::user, parse_message(reply.xml())) == "");
    compare(reply.xml(), exchange.file);
  }
}
