#include "server/envelope/soap_context.h"

#include <sstream>
#include <stdexcept>

namespace emulator {

struct SoapContext::Streams {
  std::istringstream input;
  std::ostringstream output;
};

void SoapContext::Free::operator()(struct ::soap* context) const {
  soap_destroy(context);
  soap_end(context);
  soap_free(context);
}

SoapContext::SoapContext() : streams_(std::make_unique<Streams>()) {
  constexpr soap_mode plain = SOAP_C_UTFSTRING | SOAP_ENC_PLAIN | SOAP_XML_TREE;
  soap_.reset(soap_new2(plain, plain | SOAP_XML_DEFAULTNS | SOAP_XML_NOTYPE));
  if (!soap_) throw std::bad_alloc();
  soap_set_namespaces(get(), namespaces);
  get()->maxlevel = 256;  // As deep as message_parser.h lets a message be.
}

SoapContext::~SoapContext() = default;

void SoapContext::clear() {
  soap_destroy(get());
  soap_end(get());
  time_zone_ = TimeZone();
  caller_ = Principal();
}

std::vector<std::pair<int, void*>> SoapContext::objects() const {
  std::vector<std::pair<int, void*>> found;
  for (const struct soap_clist* one = soap_->clist; one != nullptr; one = one->next) {
    // A negative size is a single object, others are arrays.
    if (one->ptr != nullptr && one->size < 0) found.emplace_back(one->type, one->ptr);
  }
  return found;
}

std::string SoapContext::error() {
  const char** text = soap_faultstring(get());
  return text == nullptr || *text == nullptr ? "gSOAP error " + std::to_string(get()->error)
                                             : *text;
}

void SoapContext::begin_input(const std::string& xml) {
  streams_->input.clear();
  streams_->input.str(xml);
  get()->is = &streams_->input;
}

void SoapContext::end_input() {
  const int error = get()->error;
  soap_end_recv(get());
  get()->error = error;
  get()->is = nullptr;
}

void SoapContext::begin_output() {
  streams_->output.str({});
  get()->os = &streams_->output;
}

std::string SoapContext::end_output(bool good) {
  get()->os = nullptr;
  if (!good) throw std::runtime_error("gSOAP cannot write an answer: " + error());
  return streams_->output.str();
}

}  // namespace emulator
