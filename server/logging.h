#pragma once

#include <spdlog/formatter.h>

#include <memory>
#include <string>

#include "server/domain/settings.h"

namespace emulator {

/// Makes spdlog's default logger write to stderr, and nowhere else, from the given level on. Call
/// it once, before other threads log.
void configure_logging(const LogSettings& settings);

/// A line that somebody waits for, whatever --log-level says.
void log_at_any_level(const std::string& line);

/// One line a message, time in UTC: `2026-01-15T09:00:00.000Z info text` or, for `json`,
/// `{"time":"2026-01-15T09:00:00.000Z","level":"info","message":"text"}`. What a caller sent can
/// neither forge a second line nor break the encoding: control characters are escaped, bytes that
/// are no UTF-8 replaced.
std::unique_ptr<spdlog::formatter> make_log_formatter(const std::string& format);

}  // namespace emulator
