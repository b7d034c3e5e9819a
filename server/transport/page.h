#pragma once

#include <optional>

#include "server/transport/http.h"
#include "server/transport/request_target.h"

namespace emulator {

/// The web page at `/`, with its script and style; from the program itself, and nothing in it asks
/// another server. Empty for other paths. It holds no data: that comes from /__admin.
std::optional<HttpResponse> page_answer(const RequestTarget& target);

}  // namespace emulator
