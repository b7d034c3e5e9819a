#include "server/carriers/person_carrier.h"

#include "server/carriers/wire.h"

namespace emulator {
namespace {

void fill_names(SoapContext& context, const store::Person& person, so__Person& wire) {
  wire.Mrmrs = to_wire(context, person.mrmrs);
  wire.Firstname = to_wire(context, person.first_name);
  wire.MiddleName = to_wire(context, person.middle_name);
  wire.Lastname = to_wire(context, person.last_name);
  wire.Title = to_wire(context, person.title);
  wire.FullName = to_wire(context, full_name_of(person));
  wire.FormalName = to_wire(context, full_name_of(person));
  wire.Kanafname = to_wire(context, person.kana_first_name);
  wire.Kanalname = to_wire(context, person.kana_last_name);
  wire.Post1 = to_wire(context, person.post1);
  wire.Post2 = to_wire(context, person.post2);
  wire.Post3 = to_wire(context, person.post3);
}

void fill_addresses(SoapContext& context, const store::Person& person, so__Person& wire) {
  wire.Email = to_wire(context, person.email);
  wire.EmailName = to_wire(context, person.email_name);
  wire.DirectPhone = to_wire(context, person.direct_phone);
  wire.MobilePhone = to_wire(context, person.mobile_phone);
  wire.FaxPhone = to_wire(context, person.fax_phone);
  wire.UsePersonAddress = person.use_person_address;
}

void fill_contact(SoapContext& context, const store::Contact& contact, so__Person& wire) {
  wire.ContactName = to_wire(context, contact.name);
  wire.ContactFullName =
      to_wire(context,
              contact.department.empty() ? contact.name : contact.name + ", " + contact.department);
  wire.ContactDepartment = to_wire(context, contact.department);
  wire.ContactOrgNr = to_wire(context, contact.org_nr);
  wire.ContactCountryId = contact.country_id;
  wire.ContactPhone = to_wire(context, contact.phone);
  wire.ContactFax = to_wire(context, contact.fax);
}

}  // namespace

so__Person* person_carrier(SoapContext& context, store::Store& store, const store::Person& person) {
  so__Person* wire = soap_new_so__Person(context.get());
  wire->PersonId = person.id;
  wire->Position = to_wire(context, person.position);
  wire->Description = to_wire(context, person.description);
  fill_names(context, person, *wire);
  fill_addresses(context, person, *wire);
  wire->CountryId = person.country_id;
  wire->ContactId = person.contact_id;
  fill_contact(context, store.contacts.find(person.contact_id).value_or(store::Contact{}), *wire);
  wire->Retired = person.retired ? 1 : 0;
  wire->Rank = to_short(person.rank);
  wire->ActiveInterests = to_short(person.active_interests);
  wire->ActiveErpLinks = person.active_erp_links;
  const auto owner = store.associates.find(person.associate_id);
  wire->AssociateName = to_wire(context, owner ? owner->name : "");
  wire->AssociateId = person.associate_id;
  wire->TicketPriorityId = person.ticket_priority_id;
  wire->SupportLanguageId = person.support_language_id;
  wire->SupportAssociateId = person.support_associate_id;
  return wire;
}

}  // namespace emulator
