#pragma once

#include <libxml/tree.h>
#include <libxml/xmlwriter.h>

#include <memory>
#include <string>

namespace emulator {

/// Writes one document, indented, as UTF-8. Texts are anybody's: characters that XML does not allow
/// become U+FFFD, and bytes that are no UTF-8 that or others. Throws std::bad_alloc.
class XmlWriter {
 public:
  XmlWriter();

  void begin(const char* element);
  /// Of the element begun last, which has no content yet.
  void attribute(const char* name, const std::string& value);
  void text(const std::string& content);
  void end();

  /// Ends what is open still. To be called once.
  std::string document();

 private:
  struct Deleter {
    void operator()(xmlBuffer* buffer) const { xmlBufferFree(buffer); }
    void operator()(xmlTextWriter* writer) const { xmlFreeTextWriter(writer); }
  };

  std::unique_ptr<xmlBuffer, Deleter> buffer_;
  std::unique_ptr<xmlTextWriter, Deleter> writer_;  ///< Goes before its buffer.
};

}  // namespace emulator
