#include "server/domain/fault.h"
#include "server/gate/call.h"
#include "server/operations/install.h"

namespace emulator {
namespace {

void require_contact(Call& call, int id) {
  if (!call.store.contacts.find(id)) throw fault::not_found("Contact", id);
}

// A-OWNER-CONTACT.
void add_owner_contact(Call& call, const _so__AddOwnerContact& request,
                       _so__AddOwnerContactResponse&) {
  require_contact(call, request.ContactId);
  call.store.owner_contacts.add(request.ContactId, call.author());
}

void remove_owner_contact(Call& call, const _so__RemoveOwnerContact& request,
                          _so__RemoveOwnerContactResponse&) {
  require_contact(call, request.ContactId);
  call.store.owner_contacts.remove(request.ContactId);
}

}  // namespace

void install_owner_contacts(Operations& on) {
  on.AddOwnerContact.serve_with(add_owner_contact);
  on.RemoveOwnerContact.serve_with(remove_owner_contact);
}

}  // namespace emulator
