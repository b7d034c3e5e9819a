#pragma once

#include <vector>

#include "server/envelope/soap_context.h"
#include "store/store.h"

namespace emulator {

/// A group of a foreign directory.
so__CredentialsGroup* credentials_group_carrier(SoapContext& context,
                                                const store::DirectoryGroup& group);

/// Users of a foreign directory as a table for people, with a heading for each column. What of a
/// user goes into Credential.Value and DisplayValue stands beside the columns (documented); which
/// columns there are, and who can become a person, is A-DIRECTORY.
so__CredentialsGroupUsers* credential_users_carrier(SoapContext& context, store::Store& store,
                                                    const std::vector<store::DirectoryUser>& users);

}  // namespace emulator
