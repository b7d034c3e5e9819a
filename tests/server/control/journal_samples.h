#pragma once

#include <string>

#include "server/tenants/journal.h"

namespace emulator::testing {

/// An exchange as a client's best one is kept.
inline JournalEntry sample_entry(const std::string& operation = "GetUserInfo") {
  JournalEntry entry;
  entry.time = "2026-01-15T09:00:00Z";
  entry.tenant = "default";
  entry.service = "User";
  entry.operation = operation;
  entry.associate_id = 11;
  entry.associate = "ADM0";
  entry.succeeded = true;
  entry.outcome = "ok";
  entry.elapsed_ms = 1.5;
  entry.parameters = {{"UserInfoId", "101"}};
  entry.method = "POST";
  entry.target = "/Remote/Services86/User.svc";
  entry.request = {{{"Host", "h.example"}, {"Content-Type", "text/xml"}, {"Content-Length", "99"}},
                   "<question/>",
                   11};
  entry.answer = {{{"Content-Type", "text/xml; charset=utf-8"}}, "<answer/>", 9};
  return entry;
}

/// One that was refused with an exception of the catalogue.
inline JournalEntry refused_entry(const std::string& type, const std::string& error,
                                  const std::string& message) {
  JournalEntry entry = sample_entry();
  entry.succeeded = false;
  entry.exception_type = "SuperOffice.Exceptions." + type;
  entry.error = error;
  entry.outcome = entry.exception_type + ": " + message;
  return entry;
}

}  // namespace emulator::testing
