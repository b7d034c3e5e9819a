#pragma once

#include "server/domain/role_rules.h"
#include "server/domain/user_rules.h"
#include "server/seeds/entry_reader.h"

/// The words of the schema that stand for enumerations: those of the WSDL.
namespace emulator::seed_words {

using store::AssociateType, store::CommandAction, store::CommandAnswer, store::LicenseType,
    store::RoleType;

inline const SeedWord<AssociateType> user_types[] = {
    {name_of(AssociateType::employee), AssociateType::employee},
    {name_of(AssociateType::resource), AssociateType::resource},
    {name_of(AssociateType::external_person), AssociateType::external_person},
    {name_of(AssociateType::anonymous), AssociateType::anonymous},
    {name_of(AssociateType::system), AssociateType::system}};

inline const SeedWord<RoleType> role_types[] = {
    {name_of(RoleType::employee), RoleType::employee},
    {name_of(RoleType::external_user), RoleType::external_user},
    {name_of(RoleType::anonymous), RoleType::anonymous},
    {name_of(RoleType::system), RoleType::system}};

inline const SeedWord<LicenseType> license_types[] = {{"SiteLicense", LicenseType::site},
                                                      {"SatelliteLicense", LicenseType::satellite},
                                                      {"UserLicense", LicenseType::user}};

inline const SeedWord<CommandAction> command_actions[] = {{"Implicit", CommandAction::implicit},
                                                          {"YesNo", CommandAction::yes_no},
                                                          {"OkCancel", CommandAction::ok_cancel},
                                                          {"Ok", CommandAction::ok}};

inline const SeedWord<CommandAnswer> command_answers[] = {{"Implicit", CommandAnswer::implicit},
                                                          {"Yes", CommandAnswer::yes},
                                                          {"Ok", CommandAnswer::ok},
                                                          {"No", CommandAnswer::no},
                                                          {"Cancel", CommandAnswer::cancel}};

}  // namespace emulator::seed_words
