#pragma once

#include <cstdint>
#include <string>

namespace emulator {

/// Writes the port in decimal and a newline, so that a reader sees the file whole or not at all.
/// @throws std::runtime_error saying which file and why
void write_port_file(const std::string& path, std::uint16_t port);

/// Takes away what an earlier start left, so that nobody reads that port for this one's.
/// @throws std::runtime_error
void remove_port_file(const std::string& path);

}  // namespace emulator
