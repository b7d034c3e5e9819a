#include "store/credentials.h"

#include <doctest/doctest.h>

#include "tests/store/seeded.h"

namespace emulator::store {

namespace {

Credential ticket(int associate_id, const std::string& guid, const std::string& valid_to) {
  return {.associate_id = associate_id,
          .type = "Ticket",
          .search_name = guid,
          .secret = "7S:hash",
          .valid_to = valid_to,
          .usage = CredentialUsage::session};
}

}  // namespace

TEST_CASE("Credentials: what is saved is found, with every column") {
  SeededStore store;
  Credential credential{.associate_id = 11,
                        .type = "imap",
                        .search_name = "Åse",
                        .secret = std::string("a\0b", 3),
                        .valid_from = "2026-01-01T00:00:00",
                        .valid_to = "2027-01-01T00:00:00",
                        .usage = CredentialUsage::outbound,
                        .enabled = false,
                        .last_used = "2026-01-02T00:00:00",
                        .last_used_info = "from here",
                        .comment = "mailbox",
                        .display_type = "Mail",
                        .display_name = "My mail"};
  store.credentials.save(credential, ada);
  CHECK(credential.id == 1001);
  CHECK(store.credentials.find(1001) == credential);
  CHECK(store.credentials.find("imap", "Åse") == credential);
  credential.secret = "new";
  store.credentials.save(credential, siri);
  CHECK(store.credentials.find(1001) == credential);
}

TEST_CASE("Credentials: type and search name together are looked up, as they are written") {
  SeededStore store;
  CHECK(store.credentials.find("CRM5/PASSWORD", "adm0")->associate_id == 11);
  CHECK_FALSE(store.credentials.find("CRM5/PASSWORD", "ADM0"));
  CHECK_FALSE(store.credentials.find("Ticket", "adm0"));
}

TEST_CASE("Credentials: a search name is not given twice within a type") {
  SeededStore store;
  Credential first = ticket(11, "guid", "2026-01-01T06:00:00");
  store.credentials.save(first, ada);
  Credential same = ticket(12, "guid", "2026-01-01T06:00:00");
  CHECK_THROWS_AS(store.credentials.save(same, ada), Error);
  same.type = "other";
  store.credentials.save(same, ada);
  CHECK(store.credentials.find("Ticket", "guid")->associate_id == 11);
}

TEST_CASE("Credentials: they are listed as a whole, by type and by associate") {
  SeededStore store;
  Credential first = ticket(11, "first", "2026-01-01T06:00:00");
  Credential second = ticket(101, "second", "2026-01-01T06:00:00");
  store.credentials.save(first, ada);
  store.credentials.save(second, ada);
  CHECK(ids(store.credentials.list()) == Ids{1, 2, 3, 4, 5, 6, 7, 1001, 1002});
  CHECK(ids(store.credentials.list("Ticket")) == Ids{1001, 1002});
  CHECK(ids(store.credentials.list_of(11)) == Ids{1, 1001});
  CHECK(ids(store.credentials.list_of(11, "Ticket")) == Ids{1001});
  CHECK(store.credentials.list_of(12, "Ticket").empty());
  CHECK(store.credentials.list_of(15).empty());
}

TEST_CASE("Credentials: an unknown associate is refused") {
  SeededStore store;
  Credential stray = ticket(999, "guid", "2026-01-01T06:00:00");
  CHECK_THROWS_AS(store.credentials.save(stray, ada), Error);
}

TEST_CASE("Credentials: they are removed one by one, by associate, and by associate and type") {
  SeededStore store;
  for (const char* guid : {"a", "b", "c"}) {
    Credential row = ticket(11, guid, "2026-01-01T06:00:00");
    store.credentials.save(row, ada);
  }
  CHECK(store.credentials.remove(1001));
  CHECK_FALSE(store.credentials.remove(1001));
  CHECK(store.credentials.remove_of(11, "Ticket") == 2);
  CHECK(ids(store.credentials.list_of(11)) == Ids{1});
  CHECK(store.credentials.remove_of(11) == 1);
  CHECK(store.credentials.remove_of(11) == 0);
  CHECK(store.credentials.list().size() == 6);
}

TEST_CASE("Credentials: expired ones are those that end now or ended before, of one type") {
  SeededStore store;
  Credential before = ticket(11, "before", "2026-01-01T05:59:59");
  Credential now = ticket(11, "now", "2026-01-01T06:00:00");
  Credential after = ticket(11, "after", "2026-01-01T06:00:01");
  Credential other = ticket(11, "other", "2026-01-01T05:59:59");
  other.type = "other";
  for (Credential* row : {&before, &now, &after, &other}) store.credentials.save(*row, ada);
  CHECK(store.credentials.remove_expired("Ticket", "2026-01-01T06:00:00") == 2);
  CHECK(ids(store.credentials.list_of(11)) == Ids{1, after.id, other.id});
  CHECK(store.credentials.remove_expired("Ticket", "2026-01-01T06:00:00") == 0);
}

}  // namespace emulator::store
