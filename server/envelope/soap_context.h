#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "server/domain/principal.h"
#include "server/domain/time_zone.h"
#include "server/envelope/binding.h"

namespace emulator {

/// gSOAP's context: parses one element from text and writes one element as text, and owns the wire
/// objects of a call and its time zone, which all that is read and written needs. Reused from call
/// to call, for one thread at a time; it weighs 160 KiB.
class SoapContext {
 public:
  SoapContext();
  ~SoapContext();
  SoapContext(const SoapContext&) = delete;
  SoapContext& operator=(const SoapContext&) = delete;

  /// For soap_new_... of wire objects, which live until clear().
  struct ::soap* get() {
    return soap_.get();
  }
  /// Frees all wire objects; the zone is UTC again, and the caller nobody.
  void clear();

  /// The zone of the dates in this call, by its header TimeZone. UTC, the base time zone, until it
  /// is set.
  void set_time_zone(TimeZone zone) { time_zone_ = std::move(zone); }
  const TimeZone& time_zone() const { return time_zone_; }

  /// Who calls: carriers tell what that caller may do with what they show (TableRight). Nobody
  /// until it is set.
  void set_caller(Principal caller) { caller_ = std::move(caller); }
  const Principal& caller() const { return caller_; }

  /// The wire objects of this call that stand by themselves, with gSOAP's number of their type:
  /// whatever soap_new_... and parse made, members and items of vectors not among them.
  std::vector<std::pair<int, void*>> objects() const;

  /// False when gSOAP cannot read it, which error() then explains: RequestReader has let something
  /// pass that it should not.
  template <class Wire>
  bool parse(const std::string& xml, Wire& object, const char* tag) {
    object.soap_default(get());
    return parsed(xml, [&] { return object.soap_get(get(), tag, nullptr) != nullptr; });
  }

  /// The element by itself, `<Tag xmlns="...">`, with nil for what is null. `tag` carries the
  /// prefix of typemap.dat, such as `so:GetUserResponse`. Prefix xsi is not declared in it.
  template <class Wire>
  std::string written(const Wire& object, const char* tag) {
    return output([&] { return object.soap_put(get(), tag, nullptr); });
  }

  std::string error();

 private:
  template <class Read>
  bool parsed(const std::string& xml, Read read) {
    begin_input(xml);
    const bool good = soap_begin_recv(get()) == SOAP_OK && read();
    end_input();
    return good;
  }
  template <class Write>
  std::string output(Write write) {
    begin_output();
    if (soap_begin_send(get()) != SOAP_OK) return end_output(false);
    get()->ns = 1;  // No XML declaration and no namespace table: the envelope has both.
    return end_output(write() == SOAP_OK && soap_end_send(get()) == SOAP_OK);
  }
  void begin_input(const std::string& xml);
  void end_input();
  void begin_output();
  std::string end_output(bool good);

  struct Free {
    void operator()(struct ::soap* context) const;
  };
  struct Streams;
  std::unique_ptr<struct ::soap, Free> soap_;
  std::unique_ptr<Streams> streams_;
  TimeZone time_zone_;
  Principal caller_;
};

}  // namespace emulator
