#include "server/envelope/binding.h"

// gSOAP's run-time wants one table of this name in every program. It is ours and not the generated
// one, so that the envelope may be SOAP 1.1 or 1.2.
struct Namespace namespaces[] = {
    {"SOAP-ENV", "http://schemas.xmlsoap.org/soap/envelope/", "http://www.w3.org/*/soap-envelope",
     nullptr},
    {"SOAP-ENC", "http://schemas.xmlsoap.org/soap/encoding/", "http://www.w3.org/*/soap-encoding",
     nullptr},
    {"xsi", "http://www.w3.org/2001/XMLSchema-instance", nullptr, nullptr},
    {"xsd", "http://www.w3.org/2001/XMLSchema", nullptr, nullptr},
    {"arr", "http://schemas.microsoft.com/2003/10/Serialization/Arrays", nullptr, nullptr},
    {"crypto", "http://schemas.datacontract.org/2004/07/System.Security.Cryptography", nullptr,
     nullptr},
    {"ser", "http://schemas.microsoft.com/2003/10/Serialization/", nullptr, nullptr},
    {"so", "http://www.superoffice.net/ws/crm/NetServer/Services86", nullptr, nullptr},
    {nullptr, nullptr, nullptr, nullptr}};
