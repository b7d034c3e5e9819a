#pragma once

#include <cstdint>
#include <string>

namespace emulator {

/// Writes the port in decimal and a newline, so that a reader sees the file whole or not at all.
/// @throws std::runtime_error saying which file and why
void write_port_file(const std::string& path, std::uint16_t port);

}  // namespace emulator
