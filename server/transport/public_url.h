#pragma once

#include <cstdint>
#include <string>

#include "server/transport/http.h"
#include "server/transport/request_target.h"

namespace emulator {

/// The base of every link that goes out, without a slash at its end: the configured URL, else what
/// a proxy says (X-Forwarded-Proto, -Host, -Port, -Prefix), else the Host that the caller used.
std::string public_base_url(const std::string& configured, const HttpRequest& request,
                            const RequestTarget& target, const Peer& peer);

/// How a caller on this machine reaches a server that listens on this address, without a slash at
/// its end.
std::string own_base_url(const std::string& bind, std::uint16_t port);

}  // namespace emulator
