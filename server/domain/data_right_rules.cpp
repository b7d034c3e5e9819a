#include "server/domain/data_right_rules.h"

#include <algorithm>
#include <boost/algorithm/string/predicate.hpp>
#include <iterator>

namespace emulator {
namespace {

using store::RelationToOwner;
using store::RoleType;

constexpr DataRightTable tables[] = {
    {5, "contact", "Company"},
    {6, "person", "Contact"},
    {9, "appointment", "Follow-up"},
    {10, "document", "Document"},
    {11, "project", "Project"},
    {12, "projectmember", "Project member"},
    {13, "sale", "Sale"},
    {23, "selection", "Selection"},
    {52, "relations", "Relation"},
    {121, "SaleStakeholder", "Stakeholder"},
    {205, "BinaryObject", "Binary object"},
};

constexpr OwnerRelation relations[] = {
    {RelationToOwner::owner, "MyOwn", "My own", "Owned by the user"},
    {RelationToOwner::primary_group, "PrimaryGroup", "Primary group",
     "Owned by users of the user's primary group"},
    {RelationToOwner::other_group, "OtherGroups", "Other groups",
     "Owned by users of the user's other groups"},
    {RelationToOwner::other, "OtherAssociates", "Other associates",
     "Owned by users who share no group with the user"},
    {RelationToOwner::external, "ExternalUser", "External user", "Owned by external users"},
    {RelationToOwner::anonymous, "Anonymous", "Anonymous", "Owned by anonymous users"},
    {RelationToOwner::my_company, "MyCompany", "My company",
     "Owned by the external user's company"},
    {RelationToOwner::same_project, "SameProject", "Same project",
     "Of a project that the external user is a member of"},
};

struct Value {
  std::string_view crud, text;
};

constexpr Value values[] = {
    {"", "None"}, {"R", "Read"}, {"CR", "Create"}, {"CRU", "Update"}, {"CRUD", "Delete"}};

}  // namespace

const std::vector<DataRightTable>& data_right_tables() {
  static const std::vector<DataRightTable> list(std::begin(tables), std::end(tables));
  return list;
}

const DataRightTable* find_data_right_table(std::string_view name) {
  const auto* const table = std::ranges::find_if(
      tables, [&](const DataRightTable& one) { return boost::algorithm::iequals(one.name, name); });
  return table == std::end(tables) ? nullptr : table;
}

const std::vector<OwnerRelation>& owner_relations() {
  static const std::vector<OwnerRelation> list(std::begin(relations), std::end(relations));
  return list;
}

std::string_view name_of(RelationToOwner relation) {
  const auto* const one = std::ranges::find(relations, relation, &OwnerRelation::relation);
  return one == std::end(relations) ? std::string_view{} : one->name;
}

bool has_relation(RoleType type, RelationToOwner relation) {
  switch (relation) {
    case RelationToOwner::primary_group:
    case RelationToOwner::other_group:
      return type == RoleType::employee;
    case RelationToOwner::my_company:
    case RelationToOwner::same_project:
      return type == RoleType::external_user;
    case RelationToOwner::owner:
    case RelationToOwner::other:
    case RelationToOwner::external:
    case RelationToOwner::anonymous:
      return true;
  }
  return false;
}

std::vector<OwnerRelation> owner_relations(RoleType type) {
  std::vector<OwnerRelation> list;
  std::ranges::copy_if(relations, std::back_inserter(list),
                       [&](const OwnerRelation& one) { return has_relation(type, one.relation); });
  return list;
}

bool is_data_right(std::string_view crud) {
  return std::ranges::find(values, crud, &Value::crud) != std::end(values);
}

std::string_view data_right_text(std::string_view crud) {
  const auto* const value = std::ranges::find(values, crud, &Value::crud);
  return value == std::end(values) ? std::string_view{} : value->text;
}

}  // namespace emulator
