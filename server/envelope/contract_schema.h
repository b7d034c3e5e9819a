#pragma once

#include <libxml/xmlschemas.h>

#include <memory>
#include <optional>
#include <string>

#include "server/envelope/service.h"
#include "server/envelope/xml.h"

namespace emulator {

/// The XML Schema within a service's WSDL: what ParameterCheck decides by its own reading of the
/// contract, libxml2 decides by the schema's letter. For any thread.
class ContractSchema {
 public:
  /// Compiled at its first use in a process, from the built-in WSDL; about seven milliseconds for
  /// User.
  static const ContractSchema& of(Service service);

  struct Complaint {
    std::string path;  ///< Of the element that is not valid, as in xml_path().
    std::string text;  ///< What is wrong, in at most 200 characters; no value is quoted in it.
  };

  /// Why the element, one that the schema declares by itself, is not valid; none when it is.
  std::optional<Complaint> complaint(xmlNode* element) const;

 private:
  explicit ContractSchema(Service service);

  struct Free {
    void operator()(xmlSchema* schema) const { xmlSchemaFree(schema); }
  };
  std::unique_ptr<xmlSchema, Free> schema_;
};

}  // namespace emulator
