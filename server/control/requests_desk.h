#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "server/control/admin_route.h"
#include "server/tenants/journal.h"

namespace emulator {

using RequestsQuery = std::map<std::string, std::string, std::less<>>;

/// The entries that a query asks for, newest last, as JSON, or as `format` http or har says:
/// `{"requests":[...],"total":n,"dropped":n}`, where `total` counts those before `limit` has left
/// only the last ones. Throws Problem.
AdminAnswer requests_answer(const Journal& journal, const RequestsQuery& query);

/// One entry whole. Throws Problem 404, as the next ones.
std::string request_json(const Journal& journal, std::string_view id);
std::string request_explanation_json(const Journal& journal, std::string_view id);
/// `{"removed":1}`.
std::string remove_request_json(Journal& journal, std::string_view id);
/// Empties the journal: `{"removed":n}`.
std::string remove_requests_json(Journal& journal);

/// For criteria as RequestCriteria::of_body has them: `{"count":n,...}`.
std::string count_requests_json(const Journal& journal, std::string_view criteria);
/// `{"requests":[...],...}`, whole ones.
std::string find_requests_json(const Journal& journal, std::string_view criteria);
/// The same, and they are no more in the journal.
std::string take_requests_json(Journal& journal, std::string_view criteria);

}  // namespace emulator
