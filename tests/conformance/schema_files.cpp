#include "tests/conformance/schema_files.h"

#include <libxml/xmlschemas.h>
#include <stdlib.h>

#include <filesystem>
#include <stdexcept>
#include <string>

namespace conformance {
namespace {

namespace fs = std::filesystem;

/// A folder of its own, gone at the end.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "nsemu-conform-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder " + name);
    path_ = name;
  }
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  std::string file(std::size_t number) const {
    return (path_ / (std::to_string(number) + ".xsd")).string();
  }

 private:
  fs::path path_;
};

const xmlChar* chars(const std::string& text) {
  return reinterpret_cast<const xmlChar*>(text.c_str());
}

/// A copy of the schema whose imports say in which of the files they are.
void write(const Element& schema, const std::vector<Element>& all, const Scratch& scratch,
           std::size_t number) {
  const Document document(xmlNewDoc(chars("1.0")));
  xmlNode* root = xmlDocCopyNode(const_cast<xmlNode*>(schema.node()), document.get(), 1);
  xmlDocSetRootElement(document.get(), root);
  for (const Element& import : Element(root).children("import")) {
    for (std::size_t other = 0; other < all.size(); ++other) {
      if (all[other].attribute("targetNamespace") != import.attribute("namespace")) continue;
      xmlSetProp(const_cast<xmlNode*>(import.node()), chars("schemaLocation"),
                 chars(scratch.file(other)));
    }
  }
  if (xmlSaveFile(scratch.file(number).c_str(), document.get()) < 0) {
    throw std::runtime_error("cannot write " + scratch.file(number));
  }
}

}  // namespace

// libxml2 puts several namespaces together by imports alone, and those need addresses.
void* compiled_schema(const std::vector<Element>& schemas) {
  const Scratch scratch;
  for (std::size_t number = 0; number < schemas.size(); ++number) {
    write(schemas[number], schemas, scratch, number);
  }
  xmlSchemaParserCtxt* parser = xmlSchemaNewParserCtxt(scratch.file(0).c_str());
  xmlSchema* schema = xmlSchemaParse(parser);
  xmlSchemaFreeParserCtxt(parser);
  if (schema == nullptr) throw std::runtime_error("the schemas of the WSDL are not valid");
  return schema;
}

}  // namespace conformance
