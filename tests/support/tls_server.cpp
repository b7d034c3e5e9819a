#include "tests/support/tls_server.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <boost/asio/buffer.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <memory>

namespace emulator::testing {
namespace {

namespace net = boost::asio;
namespace http = boost::beast::http;

template <class Write>
std::string pem_of(Write write) {
  const std::unique_ptr<BIO, decltype(&BIO_free)> memory(BIO_new(BIO_s_mem()), BIO_free);
  write(memory.get());
  std::string text(BIO_ctrl_pending(memory.get()), ' ');
  BIO_read(memory.get(), text.data(), static_cast<int>(text.size()));
  return text;
}

}  // namespace

Certificate self_signed(const std::string& name) {
  const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_EC_gen("P-256"), EVP_PKEY_free);
  const std::unique_ptr<X509, decltype(&X509_free)> made(X509_new(), X509_free);
  X509_set_version(made.get(), X509_VERSION_3);
  X509_gmtime_adj(X509_getm_notBefore(made.get()), -60);
  X509_gmtime_adj(X509_getm_notAfter(made.get()), 3600);
  X509_set_pubkey(made.get(), key.get());
  X509_NAME* subject = X509_get_subject_name(made.get());
  X509_NAME_add_entry_by_txt(subject, "O", MBSTRING_ASC,
                             reinterpret_cast<const unsigned char*>("nsemu test"), -1, -1, 0);
  X509_set_issuer_name(made.get(), subject);
  const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> names(
      X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, name.c_str()),
      X509_EXTENSION_free);
  X509_add_ext(made.get(), names.get(), -1);
  X509_sign(made.get(), key.get(), EVP_sha256());
  return {pem_of([&](BIO* out) { PEM_write_bio_X509(out, made.get()); }), pem_of([&](BIO* out) {
            PEM_write_bio_PrivateKey(out, key.get(), nullptr, nullptr, 0, nullptr, nullptr);
          })};
}

TlsServer::TlsServer(const Certificate& certificate)
    : acceptor_(io_context_, {net::ip::address_v4::loopback(), 0}) {
  tls_.use_certificate(net::buffer(certificate.certificate), net::ssl::context::pem);
  tls_.use_private_key(net::buffer(certificate.key), net::ssl::context::pem);
  port_ = acceptor_.local_endpoint().port();
  thread_ = std::thread([this] { serve(); });
}

TlsServer::~TlsServer() {
  stopping_ = true;
  boost::system::error_code ignored;
  net::ip::tcp::socket waker(io_context_);  // Ends the waiting.
  waker.connect({net::ip::address_v4::loopback(), port_}, ignored);
  waker.close(ignored);
  thread_.join();
}

void TlsServer::serve() {
  while (!stopping_) {
    boost::system::error_code error;
    net::ssl::stream<net::ip::tcp::socket> stream(acceptor_.accept(), tls_);
    stream.handshake(net::ssl::stream_base::server, error);
    if (error) continue;
    boost::beast::flat_buffer buffer;
    http::request<http::string_body> request;
    http::read(stream, buffer, request, error);
    if (error) continue;
    http::response<http::string_body> answer(http::status::ok, 11);
    answer.body() = std::string(request.target());
    answer.prepare_payload();
    http::write(stream, answer, error);
    stream.shutdown(error);
  }
}

}  // namespace emulator::testing
