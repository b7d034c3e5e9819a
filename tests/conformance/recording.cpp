#include "tests/conformance/recording.h"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <cctype>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "tests/conformance/normalised.h"

namespace conformance {
namespace {

namespace fs = std::filesystem;

/// Letters, digits and hyphens, at most 80.
std::string file_name(const std::string& claim) {
  std::string name;
  for (const char c : claim) {
    const bool is_plain = std::isalnum(static_cast<unsigned char>(c)) != 0;
    if (is_plain) {
      name += c;
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
  }
  name.resize(std::min<std::size_t>(name.size(), 80));
  while (name.ends_with('-')) name.pop_back();
  return name;
}

}  // namespace

void write_file(const fs::path& file, const std::string& text) {
  std::ofstream stream(file, std::ios::binary);
  stream << text;
  stream.close();
  if (!stream) throw std::runtime_error("cannot write " + file.string());
}

std::string read_file(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(stream), {}};
}

Recording::Recording(fs::path folder) : folder_(std::move(folder)) {
  std::error_code error;
  fs::create_directories(folder_, error);
  if (!fs::is_directory(folder_)) {
    throw std::runtime_error("cannot make the folder " + folder_.string());
  }
  if (!fs::is_empty(folder_)) throw std::runtime_error(folder_.string() + " is not empty");
}

void Recording::begin(Session& session) {
  seen_.clear();
  session.set_witness([this](const Operation& operation, const HttpAnswer& answer) {
    seen_.push_back({operation.name, answer});
  });
}

std::string Recording::keep(const Case& one, const Seen& seen, std::size_t number,
                            const Session& session) {
  fs::create_directories(folder_ / one.operation);
  const std::string name =
      one.operation + "/" + file_name(one.claim) + "." + std::to_string(number);
  write_file(folder_ / (name + ".xml"), without(without_secrets(seen.answer), session.secrets()));
  write_file(
      folder_ / (name + ".txt"),
      without(normalised(seen.answer, {session.prefix(), session.own_ids()}), session.secrets()));
  return name;
}

void Recording::end(const Result& result, Session& session) {
  boost::json::array answers;
  for (std::size_t at = 0; at < seen_.size(); ++at) {
    answers.push_back({{"operation", seen_[at].operation},
                       {"status", seen_[at].answer.status},
                       {"file", keep(*result.tried, seen_[at], at + 1, session)}});
  }
  cases_.push_back({{"operation", result.tried->operation},
                    {"claim", result.tried->claim},
                    {"source", name_of(result.tried->facts.source)},
                    {"assumption", result.tried->facts.assumption},
                    {"outcome", name_of(result.outcome)},
                    {"why", result.why},
                    {"answers", answers}});
}

void Recording::finish(const Run& run) {
  const boost::json::object index{
      {"target", run.target}, {"server", run.server}, {"date", run.started}, {"cases", cases_}};
  write_file(folder_ / "recording.json", boost::json::serialize(index) + "\n");
}

}  // namespace conformance
