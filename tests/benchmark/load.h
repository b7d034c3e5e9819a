#pragma once

#include <sys/types.h>

#include <cstdint>
#include <functional>
#include <string>

namespace emulator::benchmark {

/// One request of a run: operation and body.
using MessageMaker = std::function<std::string(int number)>;

/// Sends `requests` calls one after the other on one kept connection and returns the CPU time that
/// the server process spent on each, in microseconds. Throws when an answer is not 200.
double cpu_per_request(pid_t server, std::uint16_t port, const std::string& operation,
                       const MessageMaker& message, int requests);

/// User and system time of a process so far, in microseconds.
double cpu_time_us(pid_t process);

}  // namespace emulator::benchmark
