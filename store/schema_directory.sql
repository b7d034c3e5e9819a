-- The directory of users outside of the installation, which credentials of type ActiveDirectory
-- name. NetServer asks a Windows domain; here it is data, in tables of ours. Runs after schema.sql,
-- and follows its rules.

INSERT INTO sequence VALUES ('directory_group', 1001), ('directory_user', 1001);

CREATE TABLE directory_group (
  directory_group_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  nameKey TEXT NOT NULL UNIQUE,
  displayName TEXT NOT NULL DEFAULT '',
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0
) STRICT;

-- value: what credentials know a user by; of a Windows domain, its security identifier.
CREATE TABLE directory_user (
  directory_user_id INTEGER PRIMARY KEY,
  value TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL,
  accountKey TEXT NOT NULL UNIQUE,
  fullName TEXT NOT NULL DEFAULT '', fullNameKey TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '', emailKey TEXT NOT NULL DEFAULT '',
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE directory_member (
  directory_group_id INTEGER NOT NULL REFERENCES directory_group ON DELETE CASCADE,
  directory_user_id INTEGER NOT NULL REFERENCES directory_user ON DELETE CASCADE,
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (directory_group_id, directory_user_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX directory_member_user ON directory_member (directory_user_id);
