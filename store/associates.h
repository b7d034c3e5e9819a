#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "store/records.h"

namespace emulator::store {

class Connection;

/// Users of all kinds, with their role and secondary groups. Every method throws store::Error.
class Associates {
 public:
  explicit Associates(Connection& connection) : connection_(connection) {}

  std::optional<Associate> find(int id);
  /// The one whose name or user name has this key: no two associates share either (A-NAME-EITHER).
  std::optional<Associate> find_by_key(std::string_view folded_key);
  /// Those whose person has this e-mail address.
  std::vector<Associate> find_by_email(std::string_view folded_key);
  std::vector<Associate> find_by_person(int person_id);
  std::vector<Associate> find_by_ej_user(int ej_user_id);
  /// All, deleted ones too, by id.
  std::vector<Associate> list();

  /// Inserts (id 0) or updates, and fills id and stamp.
  void save(Associate& associate, const Author& author);
  /// The one column, without a stamp: a log-in changes nothing of the user.
  void set_last_login(int id, std::string_view moment);
  /// Takes along its role, credentials (tickets too), licences, groups and service log-ins, by ON
  /// DELETE CASCADE; where it was "our contact" there is none any more. False: there is no such
  /// one.
  bool remove(int id);

  /// Id of its only role; 0: none.
  int role_of(int associate_id);
  /// Replaces the role it has, if any.
  void set_role(int associate_id, int role_id, const Author& author);

  /// Ids in order, without the primary group.
  std::vector<int> secondary_groups(int associate_id);
  /// Replaces the whole set.
  void set_secondary_groups(int associate_id, const std::vector<int>& group_ids,
                            const Author& author);

 private:
  Connection& connection_;
};

}  // namespace emulator::store
