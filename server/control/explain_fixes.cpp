#include "server/control/explain_fixes.h"

#include <algorithm>
#include <span>

namespace emulator {
namespace {

struct Row {
  std::string_view id, fix;
};

constexpr Row breaches[] = {
    {"W-SOAP12",
     "Send a SOAP 1.1 envelope (http://schemas.xmlsoap.org/soap/envelope/) as text/xml: the real "
     "service refuses SOAP 1.2 with 400 or 415."},
    {"W-HEADER-PLACE",
     "Put ApplicationToken, Credentials and TimeZone into the Header element: under the Envelope "
     "the real service answers 400, although its documentation prints them there."},
    {"W-ACTION",
     "Send the HTTP header SOAPAction with the value that is expected, in quotation marks: the "
     "real service chooses the operation by it."},
    {"W-ORDER",
     "Send the elements in the order of the WSDL. The real service passes over what comes too "
     "late, without a word, and takes 0, false or nothing for it."},
    {"W-UNKNOWN-ELEMENT",
     "Correct the name (case counts), or leave the element out: it is passed over without a word."},
    {"W-UNKNOWN-ATTRIBUTE", "Leave the attribute out: it is passed over without a word."},
    {"W-DUPLICATE", "Send the element once: only the first one counts."},
    {"W-NAMESPACE",
     "Put the element into the namespace that is expected, by xmlns or a prefix: in another one it "
     "is passed over without a word."},
    {"W-FLAG",
     "Write the flags without prefixes, parted by one blank each: the real service refuses all "
     "else."},
    {"W-SCHEMA",
     "Make the message valid by the schema in the WSDL, such as by a client that is made from it."},
};

constexpr Row tickets[] = {
    {"missing",
     "Log in by AuthenticateUsernamePassword of SoPrincipal.svc, then send the ticket in every "
     "call to User.svc: the header Credentials with the element Ticket in it, both in the "
     "namespace http://www.superoffice.net/ws/crm/NetServer/Services86."},
    {"unknown",
     "Send the ticket byte for byte as the log-in answered it, to the same installation (the path "
     "segment before Remote). After a reset or a restart without --data, log in again."},
    {"expired",
     "Log in again. A ticket is valid for 6 hours from its last use, an access token for one."},
    {"inactive", "Use a user who may log in: this one is retired or has no licence to."},
    {"user type not allowed", "Name the user's type in --allowed-user-types, or use another user."},
};

constexpr Row platform[] = {
    {"ActionNotSupported",
     "Send the HTTP header SOAPAction with the operation's action as it stands in the WSDL, to the "
     "address of the service that has the operation."},
    {"DeserializationFailed",
     "Correct the value or the element that the text names: numbers, booleans, dates and "
     "enumerations are neither empty nor nil, and names of types are the WSDL's."},
    {"MustUnderstand",
     "Leave mustUnderstand out of this header, or the header itself: the service does not know it "
     "(WS-Addressing and WS-Security are not used)."},
    {"Server", "Nothing: the answer is a fault of the server."},
    {"internal error", "Nothing: the emulator failed. Please report it, with the server's log."},
};

constexpr Row errors[] = {
#include "server/control/explain_fixes.def"
};

std::string_view find(std::span<const Row> rows, std::string_view id) {
  const auto row = std::ranges::find(rows, id, &Row::id);
  return row == rows.end() ? std::string_view{} : row->fix;
}

}  // namespace

std::string_view fix_of_breach(std::string_view id) { return find(breaches, id); }

std::string_view fix_of_error(std::string_view id) { return find(errors, id); }

std::string_view fix_of_ticket(std::string_view reason) { return find(tickets, reason); }

std::string_view fix_of_platform_fault(std::string_view code, int status) {
  if (status == 415) return "Send Content-Type: text/xml; charset=utf-8.";
  if (status == 400) {
    return "Send one well-formed SOAP 1.1 message in UTF-8: an Envelope with one Body, and in it "
           "the operation's element. Texts need &amp; for & and &lt; for <.";
  }
  if (code == "Client") {
    return "Correct the element that the text names; --contract lenient accepts such things and "
           "warns of them.";
  }
  return find(platform, code);
}

}  // namespace emulator
