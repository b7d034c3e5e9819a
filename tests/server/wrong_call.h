#pragma once

#include <string>

namespace emulator::testing {

/// Who calls, of the seed `small`.
struct WrongCaller {
  std::string user_name, password;
};
inline const WrongCaller nobody{};
inline const WrongCaller adm0{"ADM0", "adm0"};
inline const WrongCaller sal1{"SAL1", "sal1"};

/// A call to a running server, and the exception that it is answered with.
struct WrongCall {
  std::string id;  ///< In the catalogue of errors.
  WrongCaller caller;
  std::string operation, parameters, type, message;
  std::string argument = "(none)";
  std::string tenant = {};             ///< The path's, with a slash behind it.
  std::string application_token = {};  ///< Sent if there is one.
};

}  // namespace emulator::testing
