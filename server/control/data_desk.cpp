#include "server/control/data_desk.h"

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>
#include <boost/json.hpp>
#include <charconv>

#include "server/control/admin_routes.h"
#include "server/control/json_body.h"
#include "server/control/problem.h"
#include "server/domain/secrets.h"
#include "server/seeds/seed_file.h"
#include "server/seeds/seed_json.h"
#include "server/seeds/seed_problems.h"
#include "store/table_rows.h"

namespace emulator {
namespace {

constexpr int limit_max = 1000;

boost::json::value value_of(const store::Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
  if (const auto* text = std::get_if<std::string>(&cell)) return boost::json::string(*text);
  return nullptr;
}

int number_in(const AdminRequest& request, const std::string& name, int fallback, int most) {
  const auto given = request.query.find(name);
  if (given == request.query.end()) return fallback;
  const std::string& text = given->second;
  int number = -1;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failure != std::errc() || end != text.data() + text.size() || number < 0 || number > most) {
    throw Problem{400, name, name + " is a number, 0 to " + std::to_string(most)};
  }
  return number;
}

/// None: the body is a seed file.
std::optional<std::string> built_in_seed(std::string_view body) {
  boost::system::error_code failure;
  const auto value = boost::json::parse({body.data(), body.size()}, failure);
  if (failure || !value.is_object() || !value.as_object().contains("seed")) return std::nullopt;
  const auto object = object_of(body, {"seed"});
  const auto& name = object.at("seed");
  // Files of the server are nobody's business here.
  if (name != "empty" && name != "small" && name != "demo") {
    throw Problem{400, "seed",
                  R"(seed is "empty", "small" or "demo"; a seed file is the body itself)"};
  }
  return std::string(name.as_string());
}

std::string first_lines(const SeedFileError& error) {
  constexpr std::size_t lines_max = 5;
  const auto& lines = error.lines();
  std::string text;
  for (std::size_t i = 0; i < std::min(lines.size(), lines_max); ++i) {
    text += (i == 0 ? "" : "\n") + lines[i];
  }
  if (lines.size() > lines_max) text += "\nand more";
  return text;
}

/// As other members are named: `users[0].role` for `$.users[0].role`.
std::string field_of(const SeedFileError& error) {
  const std::string& path = error.path();
  return path.substr(std::min(path.size(), std::size_t{path.starts_with("$.") ? 2U : 1U}));
}

void fill(store::Store& rows, std::string_view body, HashCost cost, Moment now) {
  const auto hash = [cost](std::string_view password) { return hash_password(password, cost); };
  const store::Author author{date_time_text(now), 0};
  if (const auto name = built_in_seed(body)) {
    fill_from_seed(rows, *name, hash, author);
  } else {
    fill_from_json(rows, "body", std::string(body), hash, author);
  }
}

Moment time_of(Tenant& tenant) {
  const std::scoped_lock lock(tenant.mutex);
  return tenant.clock.now();
}

}  // namespace

std::string tables_json(Gate& gate, std::string_view tenant_name) {
  const auto tenant = gate.tenants().hold(tenant_name);
  const std::scoped_lock lock(tenant->mutex);
  boost::json::array list;
  for (const store::TableSize& table : store::table_sizes(tenant->store)) {
    list.push_back(boost::json::object{{"name", table.name}, {"rows", table.rows}});
  }
  return boost::json::serialize(boost::json::object{{"tables", std::move(list)}});
}

std::string rows_json(Gate& gate, std::string_view tenant_name, const std::string& name,
                      const RowRange& range) {
  const auto tenant = gate.tenants().hold(tenant_name);
  const std::scoped_lock lock(tenant->mutex);
  const auto tables = store::table_sizes(tenant->store);
  const auto table = std::ranges::find_if(tables, [&](const store::TableSize& one) {
    return boost::algorithm::iequals(one.name, name);
  });
  if (table == tables.end()) {
    throw Problem{404, "table", "there is no table '" + name + "'; GET data has them all"};
  }
  boost::json::array list;
  for (const auto& row : store::table_rows(tenant->store, table->name, range.limit, range.offset)) {
    boost::json::object& object = list.emplace_back(boost::json::object()).as_object();
    for (const auto& [column, cell] : row) object[column] = value_of(cell);
  }
  return boost::json::serialize(boost::json::object{
      {"table", table->name}, {"total", table->rows}, {"rows", std::move(list)}});
}

std::string load_seed_json(Gate& gate, std::string_view tenant_name, std::string_view body) {
  if (body.empty()) {
    throw Problem{400, "", R"(the body is a seed file, or such as {"seed":"small"})"};
  }
  const auto tenant = gate.tenants().hold(tenant_name);
  // Beside the tenant, whose calls go on meanwhile: passwords are slow to hash.
  store::Store rows(store::Store::in_memory);
  try {
    fill(rows, body, gate.settings().hash_cost, time_of(*tenant));
  } catch (const SeedFileError& error) {
    throw Problem{400, field_of(error), first_lines(error)};
  }
  const std::string contents = contents_of(rows);
  const std::scoped_lock lock(tenant->mutex);
  tenant->store.copy_from(rows);
  return boost::json::serialize(boost::json::object{{"contents", contents}});
}

void add_data_routes(std::vector<AdminRoute>& routes) {
  routes.push_back({.method = "GET",
                    .path = "data",
                    .summary = "The tables of a tenant, and how many rows each has",
                    .serve = [](AdminRequest& request) {
                      return AdminAnswer{.body = tables_json(request.gate, request.tenant)};
                    }});
  routes.push_back({.method = "GET",
                    .path = "data/{table}",
                    .summary = "Rows of a table, by key; secrets and their hashes are ***",
                    .serve =
                        [](AdminRequest& request) {
                          constexpr int most = 1'000'000'000;
                          const RowRange range{number_in(request, "limit", 100, limit_max),
                                               number_in(request, "offset", 0, most)};
                          return AdminAnswer{.body = rows_json(request.gate, request.tenant,
                                                               request.names[0], range)};
                        },
                    .query = {{"limit", "At most so many, 0 to 1000; 100 where nothing is said"},
                              {"offset", "Without so many first ones"}}});
  routes.push_back(
      {.method = "POST",
       .path = "seed",
       .summary = "Replaces all rows by those of a seed file, which is the body, or of a built-in "
                  "seed (empty, small, demo). Where it is wrong nothing changes",
       .serve =
           [](AdminRequest& request) {
             return AdminAnswer{.body = load_seed_json(request.gate, request.tenant, request.body)};
           },
       .body_example = R"({"seed":"demo"})",
       .is_slow = true});
}

}  // namespace emulator
