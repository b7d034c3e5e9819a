#include "tests/conformance/typed.h"

#include <BasicHttpBinding_USCOREUser.nsmap>
#include <algorithm>

#include "tests/conformance/expect.h"

namespace conformance {

/// One message there and back. gSOAP calls the functions below in place of its sockets.
struct Typed::Exchange {
  Session* session = nullptr;
  std::string request;
  std::string action;
  std::string answer;
  std::size_t read = 0;
  bool is_sent = false;
  std::exception_ptr error;

  static Exchange& of(struct soap* context) { return *static_cast<Exchange*>(context->user); }

  static SOAP_SOCKET open(struct soap*, const char*, const char*, int) { return 1; }
  static int close(struct soap*) { return SOAP_OK; }
  static int close_socket(struct soap*, SOAP_SOCKET) { return SOAP_OK; }
  static int poll(struct soap*) { return SOAP_OK; }

  static int post(struct soap* context, const char*, const char*, int, const char*,
                  const char* action, ULONG64) {
    of(context).action = action == nullptr ? "" : action;
    return SOAP_OK;
  }

  static int send(struct soap* context, const char* data, std::size_t size) {
    of(context).request.append(data, size);
    return SOAP_OK;
  }

  static std::size_t receive(struct soap* context, char* buffer, std::size_t size) {
    Exchange& exchange = of(context);
    exchange.fetch();
    const std::size_t count = exchange.answer.copy(buffer, size, exchange.read);
    exchange.read += count;
    return count;
  }

  // An exception must not pass through gSOAP, which is C.
  void fetch() {
    if (is_sent) return;
    is_sent = true;
    try {
      const std::string name = action.substr(action.rfind('/') + 1);
      answer = session->call(Call(name).message(request)).http().body;
    } catch (...) {
      error = std::current_exception();
    }
  }
};

Typed::Typed(Session& session) : session_(session), exchange_(std::make_unique<Exchange>()) {
  constexpr soap_mode mode = SOAP_C_UTFSTRING | SOAP_XML_TREE;
  proxy_ = std::make_unique<Proxy>(mode);
  exchange_->session = &session;
  struct soap* context = proxy_->soap;
  soap_set_namespaces(context, namespaces);
  context->user = exchange_.get();
  context->fopen = Exchange::open;
  context->fclose = Exchange::close;
  context->fclosesocket = Exchange::close_socket;
  context->fpoll = Exchange::poll;
  context->fpost = Exchange::post;
  context->fsend = Exchange::send;
  context->frecv = Exchange::receive;
}

// The proxy first: what it has read holds on to values of this.
Typed::~Typed() { proxy_.reset(); }

std::string* Typed::text(const std::string& value) {
  std::string& made = make<std::string>();
  made = value;
  return &made;
}

void Typed::begin() {
  *exchange_ = {};
  exchange_->session = &session_;
  auto& credentials = make<so__SoCredentials>();
  credentials.Ticket = text(session_.ticket());
  std::string* token = session_.options().application_token.empty()
                           ? nullptr
                           : text(session_.options().application_token);
  proxy_->soap_header(token, &credentials, nullptr, nullptr, nullptr, nullptr);
}

void Typed::end(int error) {
  if (exchange_->error) std::rethrow_exception(exchange_->error);
  if (error == SOAP_OK) return;
  const char* text = proxy_->soap_fault_string();
  fail("gSOAP's proxy cannot read the answer: " +
       (text == nullptr ? "error " + std::to_string(error) : std::string(text)));
}

bool Typed::succeeded() const {
  const auto* header = proxy_->soap_header();
  return header != nullptr && header->so__Succeeded != nullptr && *header->so__Succeeded;
}

std::string Typed::exception_type() const {
  const auto* header = proxy_->soap_header();
  if (header == nullptr || header->so__ExceptionInfo == nullptr) return {};
  const std::string* type = header->so__ExceptionInfo->ExceptionType;
  return type == nullptr ? "" : *type;
}

}  // namespace conformance
