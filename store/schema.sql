-- Schema version 2. Tables and columns are named as NetServer's; what is ours is said to be.
-- Every table but `sequence` has the stamp: registered, registered_associate_id, updated,
-- updated_associate_id, updatedCount. A stamp's ids reference nothing: they outlive associates.
-- A column that references a row has NULL for "none", which NetServer writes as 0.
-- Tables that only link two rows are known by these rows and have no id of their own.

-- Ids come from here, so that they are never used twice and below 1001 there are seeded rows only.
CREATE TABLE sequence (
  tableName TEXT PRIMARY KEY,
  next_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO sequence VALUES
  ('associate', 1001), ('person', 1001), ('contact', 1001), ('Role', 1001),
  ('FunctionRight', 1001), ('UserGroup', 1001), ('Credentials', 1001), ('service_auth', 1001),
  ('ModuleLicense', 1001), ('AssociateHistory', 1001);

-- phone and fax: in NetServer in the table phone.
CREATE TABLE contact (
  contact_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  department TEXT NOT NULL DEFAULT '',
  orgNr TEXT NOT NULL DEFAULT '',
  country_id INTEGER NOT NULL DEFAULT 0,
  associate_id INTEGER REFERENCES associate ON DELETE SET NULL,
  business_idx INTEGER NOT NULL DEFAULT 0, category_idx INTEGER NOT NULL DEFAULT 0,
  phone TEXT NOT NULL DEFAULT '', fax TEXT NOT NULL DEFAULT '',
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX contact_associate ON contact (associate_id);

-- From `position` on: in NetServer in tables of their own (email, phone, text). emailKey is ours.
CREATE TABLE person (
  person_id INTEGER PRIMARY KEY,
  contact_id INTEGER REFERENCES contact,
  rank INTEGER NOT NULL DEFAULT 0,
  mrmrs TEXT NOT NULL DEFAULT '',
  firstname TEXT NOT NULL DEFAULT '',
  middleName TEXT NOT NULL DEFAULT '',
  lastname TEXT NOT NULL DEFAULT '',
  kanafname TEXT NOT NULL DEFAULT '', kanalname TEXT NOT NULL DEFAULT '',
  title TEXT NOT NULL DEFAULT '',
  post1 TEXT NOT NULL DEFAULT '', post2 TEXT NOT NULL DEFAULT '',
  post3 TEXT NOT NULL DEFAULT '',
  country_id INTEGER NOT NULL DEFAULT 0,
  retired INTEGER NOT NULL DEFAULT 0, usePersonAddress INTEGER NOT NULL DEFAULT 0,
  activeInterests INTEGER NOT NULL DEFAULT 0, activeErpLinks INTEGER NOT NULL DEFAULT 0,
  associate_id INTEGER REFERENCES associate ON DELETE SET NULL,
  ticketPriorityId INTEGER NOT NULL DEFAULT 0, supportLanguageId INTEGER NOT NULL DEFAULT 0,
  supportAssociateId INTEGER REFERENCES associate ON DELETE SET NULL,
  position TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '', emailKey TEXT NOT NULL DEFAULT '',
  emailName TEXT NOT NULL DEFAULT '',
  directPhone TEXT NOT NULL DEFAULT '', mobilePhone TEXT NOT NULL DEFAULT '',
  faxPhone TEXT NOT NULL DEFAULT '',
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX person_contact ON person (contact_id);
CREATE INDEX person_associate ON person (associate_id);
CREATE INDEX person_support_associate ON person (supportAssociateId);
CREATE INDEX person_email ON person (emailKey);

CREATE TABLE UserGroup (
  UserGroup_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  rank INTEGER NOT NULL DEFAULT 0,
  tooltip TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0,
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0
) STRICT;

-- nameKey and userNameKey are ours: the names case-folded by Unicode; NOCASE knows ASCII only.
CREATE TABLE associate (
  associate_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  nameKey TEXT NOT NULL UNIQUE,
  userName TEXT NOT NULL,
  userNameKey TEXT NOT NULL UNIQUE,
  rank INTEGER NOT NULL DEFAULT 0,
  tooltip TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0,
  group_idx INTEGER REFERENCES UserGroup,
  lastlogin TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  lastlogout TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  person_id INTEGER REFERENCES person,
  type INTEGER NOT NULL DEFAULT 0,
  ejuserId INTEGER NOT NULL DEFAULT 0,
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX associate_person ON associate (person_id);
CREATE INDEX associate_group ON associate (group_idx);
-- One may log in by either name, so nobody's name may be another one's user name.
CREATE TRIGGER associate_names_insert BEFORE INSERT ON associate
WHEN EXISTS (SELECT 1 FROM associate WHERE nameKey = NEW.userNameKey OR userNameKey = NEW.nameKey)
BEGIN SELECT RAISE(ABORT, 'name or user name of an associate is taken'); END;
CREATE TRIGGER associate_names_update BEFORE UPDATE OF nameKey, userNameKey ON associate
WHEN EXISTS (SELECT 1 FROM associate WHERE associate_id <> NEW.associate_id
             AND (nameKey = NEW.userNameKey OR userNameKey = NEW.nameKey))
BEGIN SELECT RAISE(ABORT, 'name or user name of an associate is taken'); END;

CREATE TABLE UserGroupLink (
  assoc_id INTEGER NOT NULL REFERENCES associate ON DELETE CASCADE,
  UserGroup_id INTEGER NOT NULL REFERENCES UserGroup ON DELETE CASCADE,
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (assoc_id, UserGroup_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX UserGroupLink_group ON UserGroupLink (UserGroup_id);

CREATE TABLE Role (
  Role_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  rank INTEGER NOT NULL DEFAULT 0,
  tooltip TEXT NOT NULL DEFAULT '',
  deleted INTEGER NOT NULL DEFAULT 0,
  roleType INTEGER NOT NULL DEFAULT 0,
  use_categories INTEGER NOT NULL DEFAULT 0,
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The key is the associate alone: one role each.
CREATE TABLE UserRoleLink (
  associate_id INTEGER PRIMARY KEY REFERENCES associate ON DELETE CASCADE,
  role_id INTEGER NOT NULL REFERENCES Role,
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX UserRoleLink_role ON UserRoleLink (role_id);

-- text (in NetServer in LocaleText) and roleTypes (bits, 1 << roleType) are ours.
CREATE TABLE FunctionRight (
  FunctionRight_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL DEFAULT '',
  roleTypes INTEGER NOT NULL DEFAULT 1,
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE FunctionRightRoleLink (
  roleId INTEGER NOT NULL REFERENCES Role ON DELETE CASCADE,
  functionRightId INTEGER NOT NULL REFERENCES FunctionRight ON DELETE CASCADE,
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (roleId, functionRightId)
) STRICT, WITHOUT ROWID;
CREATE INDEX FunctionRightRoleLink_right ON FunctionRightRoleLink (functionRightId);

-- tableId: NetServer's number of a table; fieldId 0: the whole table.
CREATE TABLE DataRight (
  roleId INTEGER NOT NULL REFERENCES Role ON DELETE CASCADE,
  tableId INTEGER NOT NULL,
  fieldId INTEGER NOT NULL DEFAULT 0,
  relationToOwner INTEGER NOT NULL,
  CRUD TEXT NOT NULL DEFAULT '',
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (roleId, tableId, fieldId, relationToOwner)
) STRICT, WITHOUT ROWID;

-- isActive is NetServer's name for the usage: 0 outbound, 1 inbound, 2 session. enabled is ours.
CREATE TABLE Credentials (
  Credentials_id INTEGER PRIMARY KEY,
  associateId INTEGER REFERENCES associate ON DELETE CASCADE,
  credentialType TEXT NOT NULL,
  searchName TEXT NOT NULL,
  secret TEXT NOT NULL DEFAULT '',
  validFrom TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  validTo TEXT NOT NULL DEFAULT '9999-12-31T23:59:59',
  isActive INTEGER NOT NULL DEFAULT 1,
  lastUsedDate TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  lastusedInfo TEXT NOT NULL DEFAULT '',
  comment TEXT NOT NULL DEFAULT '',
  displayType TEXT NOT NULL DEFAULT '',
  displayName TEXT NOT NULL DEFAULT '', enabled INTEGER NOT NULL DEFAULT 1,
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0,
  UNIQUE (credentialType, searchName)
) STRICT;
CREATE INDEX Credentials_associate ON Credentials (associateId);

CREATE TABLE service_auth (
  service_auth_id INTEGER PRIMARY KEY,
  server TEXT NOT NULL DEFAULT '',
  port INTEGER NOT NULL DEFAULT 0,
  auth_type TEXT NOT NULL DEFAULT '',
  username TEXT NOT NULL DEFAULT '',
  password TEXT NOT NULL DEFAULT '',
  associate_id INTEGER REFERENCES associate ON DELETE CASCADE,
  auth_status INTEGER NOT NULL DEFAULT 0,
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX service_auth_associate ON service_auth (associate_id);

CREATE TABLE OwnerContactLink (
  contact_id INTEGER PRIMARY KEY REFERENCES contact ON DELETE CASCADE,
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0
) STRICT;

-- allowedType (an associate's type; NULL: any) is ours.
CREATE TABLE ModuleLicense (
  ModuleLicense_id INTEGER PRIMARY KEY,
  ownerName TEXT NOT NULL,
  moduleName TEXT NOT NULL,
  moduleDescription TEXT NOT NULL DEFAULT '',
  moduleTooltip TEXT NOT NULL DEFAULT '',
  moduleVersion TEXT NOT NULL DEFAULT '',
  licenseType INTEGER NOT NULL DEFAULT 0,
  licenseNumber INTEGER NOT NULL DEFAULT 0,
  unrestricted INTEGER NOT NULL DEFAULT 0,
  hidden INTEGER NOT NULL DEFAULT 0,
  prerequisiteModule TEXT NOT NULL DEFAULT '',
  sortOrder INTEGER NOT NULL DEFAULT 0,
  allowedType INTEGER,
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0,
  UNIQUE (ownerName, moduleName)
) STRICT;

CREATE TABLE LicenseAssocLink (
  moduleLicenseId INTEGER NOT NULL REFERENCES ModuleLicense,
  assocId INTEGER NOT NULL REFERENCES associate ON DELETE CASCADE,
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (moduleLicenseId, assocId)
) STRICT, WITHOUT ROWID;
CREATE INDEX LicenseAssocLink_associate ON LicenseAssocLink (assocId);

-- A copy of what is gone, so it references nothing.
CREATE TABLE AssociateHistory (
  AssociateHistory_id INTEGER PRIMARY KEY,
  associateId INTEGER NOT NULL,
  groupId INTEGER NOT NULL DEFAULT 0,
  personId INTEGER NOT NULL DEFAULT 0,
  type INTEGER NOT NULL DEFAULT 0,
  name TEXT NOT NULL DEFAULT '',
  firstname TEXT NOT NULL DEFAULT '',
  middleName TEXT NOT NULL DEFAULT '',
  lastname TEXT NOT NULL DEFAULT '',
  contactId INTEGER NOT NULL DEFAULT 0,
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX AssociateHistory_associate ON AssociateHistory (associateId);

CREATE TABLE password_rules (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  flags INTEGER NOT NULL DEFAULT 0,
  min_characters INTEGER NOT NULL DEFAULT 0,
  min_numbers INTEGER NOT NULL DEFAULT 0, min_lowercase INTEGER NOT NULL DEFAULT 0,
  min_uppercase INTEGER NOT NULL DEFAULT 0, min_special INTEGER NOT NULL DEFAULT 0,
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO password_rules (id) VALUES (1);
