target_sources(server_tests PRIVATE
  ${CMAKE_CURRENT_LIST_DIR}/control_options_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/healthcheck_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/logging_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/main_data_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/main_documentation_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/main_errors_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/main_faults_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/main_seed_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/main_tenants_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/main_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/main_tickets_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/option_sources_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/option_table_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/option_values_test.cpp
  ${CMAKE_CURRENT_LIST_DIR}/options_test.cpp)
