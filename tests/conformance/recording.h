#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/conformance/results.h"
#include "tests/conformance/session.h"

namespace conformance {

/// What a target answered, in a folder: `recording.json`, which lists the cases, and for each of
/// their answers `OPERATION/CLAIM.N.xml` (as it came, without secrets) and `OPERATION/CLAIM.N.txt`
/// (normalised, to be compared).
class Recording {
 public:
  /// \throws std::runtime_error when the folder is not empty, or cannot be made.
  explicit Recording(std::filesystem::path folder);

  void begin(Session& session);
  void end(const Result& result, Session& session);
  /// Writes `recording.json`.
  void finish(const Run& run);

 private:
  struct Seen {
    std::string operation;
    HttpAnswer answer;
  };

  std::string keep(const Case& one, const Seen& seen, std::size_t number, const Session& session);

  std::filesystem::path folder_;
  boost::json::array cases_;
  std::vector<Seen> seen_;  // Of the case at hand: at its end the run's own ids are known.
};

/// \throws std::runtime_error, which names the file.
void write_file(const std::filesystem::path& file, const std::string& text);
std::string read_file(const std::filesystem::path& file);

}  // namespace conformance
