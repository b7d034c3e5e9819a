#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/conformance/carrier_copy.h"
#include "tests/conformance/session.h"

namespace conformance {

/// The AssociateId of nobody.
constexpr int nobody = 2147483647;

/// What the emulator answers, and NetServer has as a text (A-ARGUMENT).
constexpr std::string_view name_empty = "The user name can not be empty";
constexpr std::string_view name_taken = "There is already a user with the same name.";
constexpr std::string_view wrong_type = "The user has the wrong user type";
constexpr std::string_view not_permitted =
    "The currently logged-on user is not permitted to perform this operation";

/// What lets an external user log in (A-ACTIVE).
const std::string login_license = "superoffice.extern-user-cal";

/// Not the one that an OwnUser has; keeps to the rules of most installations.
const std::string other_password = "Other-Pw1!";

Answer info_of(Session& session, int id);
Answer user_of(Session& session, int id);

/// That who has the name and the password can log in, and that who has another one cannot.
void expect_login(Session& session, const std::string& name, const std::string& password);
void expect_no_login(Session& session, const std::string& name, const std::string& password);
/// That the user is as it was made: its name, its activity, its password.
void expect_unchanged(Session& session, const OwnUser& user);

/// Response true, and the user has `other_password` after the call.
void expect_password_set(Session& session, const OwnUser& user, const Call& call);
/// What the operations answer that take an AssociateId or AssociateName, when it is nobody's, or
/// not sent (A-NOT-FOUND).
void expect_id_not_found(Session& session, const std::string& operation);
void expect_name_not_found(Session& session, const std::string& operation);

/// An external user that can log in. \throws LeftOut where none can, whatever its IsActive, such as
/// with ExternalPersonAllowed false.
OwnUser active_user(Session& session);
/// \throws LeftOut where no external user can log in.
void require_logins(Session& session);
/// \throws LeftOut where the rules of the installation ask for more.
void require_blank_passwords(Session& session);
/// The ticket of a user of the run's. \throws LeftOut when it cannot log in.
std::string ticket_of(Session& session, const OwnUser& user);
/// SaveUser of a user of the run's as GetUser gives it, changed.
Answer change(Session& session, int id, const Changes& changes);

/// The user licences that a User shows, each a ModuleLicenseLink.
std::vector<Element> licenses_of(const Answer& user);
/// Inner XML of LicenseOwners where just these are assigned. \throws LeftOut when the user is not
/// shown one of them.
std::string assigned(const Answer& user, const std::vector<std::string>& names);
/// The user holds just these. \throws LeftOut when it cannot have them.
void give_licenses(Session& session, const OwnUser& user, const std::vector<std::string>& names);
/// An active external user whose UserName is not its Name, which is that of the OwnUser.
std::pair<OwnUser, std::string> user_of_two_names(Session& session);
/// A second role for external users. \throws LeftOut when there is one alone.
int other_external_role(Session& session);

/// The user of the answer, if there is one, is removed after the case.
Answer create(Session& session, const Call& call);
/// CreateExternalUser with all that it needs, but for the name and what comes after it.
Call creation(Session& session);
/// The same with everything: `other_password`, and active.
Call creation(Session& session, const std::string& name);

/// A text that is not there, in three ways.
struct NoText {
  std::string_view how;
  std::string xml;
};
std::vector<NoText> without_text(const std::string& parameter);

}  // namespace conformance
