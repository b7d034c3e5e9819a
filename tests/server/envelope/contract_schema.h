#pragma once

#include <libxml/xmlschemas.h>

#include <memory>
#include <string>

#include "server/envelope/service.h"
#include "server/envelope/xml.h"

namespace emulator::testing {

/// The schema within a WSDL, as libxml2 reads it: a second opinion on what is valid.
class ContractSchema {
 public:
  static const ContractSchema& of(Service service);

  /// Why the element that stands in the Body of an envelope, or a block of its Header, is not
  /// valid; empty when all of them are. Elements that the schema does not name are passed over:
  /// any block may stand in a Header.
  std::string complaint(const std::string& envelope) const;

 private:
  explicit ContractSchema(Service service);

  struct Free {
    void operator()(xmlSchema* schema) const { xmlSchemaFree(schema); }
  };
  std::unique_ptr<xmlSchema, Free> schema_;
};

}  // namespace emulator::testing
