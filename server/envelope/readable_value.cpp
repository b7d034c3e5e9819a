#include "server/envelope/readable_value.h"

#include <libxml/xmlschemastypes.h>

#include <map>

#include "server/envelope/xml.h"

namespace emulator {
namespace {

struct BuiltIn {
  xmlSchemaValType type;
  std::string_view dotnet;
};

const std::map<std::string_view, BuiltIn> built_ins{
    {"int", {XML_SCHEMAS_INT, "Int32"}},
    {"short", {XML_SCHEMAS_SHORT, "Int16"}},
    {"long", {XML_SCHEMAS_LONG, "Int64"}},
    {"byte", {XML_SCHEMAS_BYTE, "SByte"}},
    {"unsignedByte", {XML_SCHEMAS_UBYTE, "Byte"}},
    {"unsignedShort", {XML_SCHEMAS_USHORT, "UInt16"}},
    {"unsignedInt", {XML_SCHEMAS_UINT, "UInt32"}},
    {"unsignedLong", {XML_SCHEMAS_ULONG, "UInt64"}},
    {"boolean", {XML_SCHEMAS_BOOLEAN, "Boolean"}},
    {"dateTime", {XML_SCHEMAS_DATETIME, "DateTime"}},
    {"decimal", {XML_SCHEMAS_DECIMAL, "Decimal"}},
    {"float", {XML_SCHEMAS_FLOAT, "Single"}},
    {"double", {XML_SCHEMAS_DOUBLE, "Double"}},
    {"duration", {XML_SCHEMAS_DURATION, "TimeSpan"}},
    {"base64Binary", {XML_SCHEMAS_BASE64BINARY, "Byte[]"}},
};

}  // namespace

void make_built_in_types() {
  [[maybe_unused]] static const bool are_made = (xmlSchemaInitTypes(), true);
}

bool is_readable(std::string_view built_in, const std::string& text) {
  make_built_in_types();
  const auto found = built_ins.find(built_in);
  if (found == built_ins.end()) return false;
  xmlSchemaType* type = xmlSchemaGetBuiltInType(found->second.type);
  return type != nullptr &&
         xmlSchemaValPredefTypeNode(type, xml_chars(text.c_str()), nullptr, nullptr) == 0;
}

std::string dotnet_type(std::string_view built_in) {
  const auto found = built_ins.find(built_in);
  return std::string(found == built_ins.end() ? built_in : found->second.dotnet);
}

}  // namespace emulator
