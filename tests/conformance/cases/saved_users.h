#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/conformance/cases/own_users.h"

namespace conformance {

constexpr std::string_view invalid_argument = "SoInvalidArgumentException";
constexpr std::string_view illegal_operation = "SoIllegalOperationException";
constexpr std::string_view not_found = "SoNotFoundException";
constexpr std::string_view retired =
    "This associate is marked as a former employee and cannot be modified.";

/// A user of the type as the server proposes it: of the run's person where the type has one.
/// \throws LeftOut when the installation has no such users.
Answer proposed(Session& session, const std::string& type);
/// That, by another name, without rank and licences, and changed; for SaveUser.
std::string draft(Session& session, const std::string& type, Changes changes = {});
/// SaveUser of a new user, who is removed after the case.
Answer save(Session& session, const std::string& user);
/// A user of the run's that `draft` gives; it has no password. \throws LeftOut when SaveUser does
/// not make it.
OwnUser saved_user(Session& session, const std::string& type, const Changes& changes = {});
/// \throws LeftOut when the caller is no administrator of the whole installation (A-ACCESS).
void require_all_rights(const Session& session);
/// That the run's person is of a company whose persons can be employees. \throws LeftOut where that
/// is not known.
void require_owner_company(const Session& session);
/// The caller's company. \throws LeftOut when it has none.
int own_company(Session& session);
/// The texts of a member in each item of a list.
std::vector<std::string> texts_of(const Element& list, std::string_view member);
/// Whether an item of the list has this number as that member.
bool has_item(const Answer& list, std::string_view member, int number);

/// That two answers of GetUser have the same user. How many licences are taken is not looked at:
/// others take some, too.
void expect_same(const Answer& found, const Answer& before);
/// That a member is not there, nil, empty or 0: which of them it is, is not documented.
void expect_nothing(const Answer& answer, std::string_view path);
/// Refused to an external user of the run's, who has no rights (A-ACCESS).
void expect_not_permitted(Session& session, const std::vector<Call>& calls);

}  // namespace conformance
