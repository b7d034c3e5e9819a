#include "server/carriers/associate_carrier.h"

#include "server/carriers/enumerations.h"
#include "server/carriers/person_carrier.h"
#include "server/carriers/wire.h"

namespace emulator {
namespace {

/// As it was when it was deleted; its person may be another one by now.
so__Associate* carrier_of_deleted(SoapContext& context, const store::AssociateHistory& entry) {
  store::Person person;
  person.first_name = entry.first_name;
  person.middle_name = entry.middle_name;
  person.last_name = entry.last_name;
  so__Associate* wire = soap_new_so__Associate(context.get());
  wire->AssociateId = entry.associate_id;
  wire->Name = to_wire(context, entry.name);
  wire->PersonId = entry.person_id;
  wire->Tooltip = to_wire(context, "");
  wire->Type = to_wire(entry.type);
  wire->GroupIdx = entry.group_id;
  wire->FullName = to_wire(context, full_name_of(person));
  wire->FormalName = to_wire(context, full_name_of(person));
  wire->Deleted = true;
  wire->UserName = to_wire(context, "");
  return wire;
}

}  // namespace

so__Associate* associate_carrier(SoapContext& context, store::Store& store, int associate_id) {
  const auto associate = store.associates.find(associate_id);
  if (!associate) {
    const auto entry = store.associate_history.find_by_associate(associate_id);
    return entry ? carrier_of_deleted(context, *entry) : nullptr;
  }
  const auto person = store.persons.find(associate->person_id);
  const std::string full_name = person ? full_name_of(*person) : "";
  so__Associate* wire = soap_new_so__Associate(context.get());
  wire->AssociateId = associate->id;
  wire->Name = to_wire(context, associate->name);
  wire->PersonId = associate->person_id;
  wire->Rank = to_short(associate->rank);
  wire->Tooltip = to_wire(context, associate->tooltip);
  wire->Type = to_wire(associate->type);
  wire->GroupIdx = associate->group_id;
  wire->FullName = to_wire(context, full_name);
  wire->FormalName = to_wire(context, full_name);
  wire->Deleted = associate->deleted;
  wire->EjUserId = associate->ej_user_id;
  wire->UserName = to_wire(context, associate->user_name);
  return wire;
}

}  // namespace emulator
