-- What every tenant starts with: roles, rights, groups, licences, the owner company and ADM0.
-- Runs with foreign keys deferred; seed() sets the stamps and hashes the passwords afterwards.
-- lower() stands in for case folding here: the seeded names are ASCII. A-SEED.

INSERT INTO contact (contact_id, name, orgNr, country_id, associate_id, business_idx, category_idx,
                     phone) VALUES
  (1, 'SuperOffice Emulator', '990000001', 578, 11, 7, 4, '+47 22001000');
INSERT INTO OwnerContactLink (contact_id) VALUES (1);

INSERT INTO UserGroup (UserGroup_id, name, rank, tooltip) VALUES
  (1, 'Administration', 1, 'Management and office'),
  (2, 'Sales', 2, 'Sells'),
  (3, 'Service', 3, 'Answers customers'),
  (4, 'Services', 4, 'Carries out projects'),
  (5, 'Marketing', 5, 'Campaigns and events');

INSERT INTO Role (Role_id, name, rank, roleType, deleted, tooltip) VALUES
  (1, 'User level 0', 1, 0, 0, 'Administrator: all data and all of the administration'),
  (2, 'User level 1', 2, 0, 0, 'Superuser: all data, no administration'),
  (3, 'User level 2', 3, 0, 0, 'Full access within the own group'),
  (4, 'User level 3', 4, 0, 0, 'Full access to own data, reads the data of the group'),
  (5, 'User level 4', 5, 0, 0, 'Full access to own data, little else'),
  (6, 'User level 5', 6, 0, 0, 'Mostly reads, but can create activities'),
  (7, 'List Administrator', 7, 0, 0, 'All data, and edits lists'),
  (8, 'User Administrator', 8, 0, 0, 'All data, and creates and changes users'),
  (9, 'Local User', 9, 0, 0, 'Does not see the users of other companies'),
  (10, 'External user', 10, 1, 0, 'Consultant or partner: sees what is published'),
  (11, 'Anonymous user', 11, 2, 0, 'Whoever does not log in'),
  (12, 'System user', 12, 3, 0, 'Integrations: no right is checked'),
  (13, 'Partner', 13, 1, 0, 'External user at a partner company'),
  (14, 'Retired partner', 14, 1, 1, 'No longer given to anybody');

INSERT INTO FunctionRight (FunctionRight_id, name, text) VALUES
  (1, 'admin-all', 'General Administrator'),
  (2, 'admin-lists', 'List Administrator'),
  (3, 'admin-users', 'User Administrator'),
  (8, 'allow-readonly-override', 'Can override read-only fields'),
  (9, 'hide-company', 'Hide Company screen'),
  (10, 'hide-sale', 'Hide Sale screen'),
  (11, 'hide-project', 'Hide Project screen'),
  (12, 'hide-inbox', 'Hide Inbox screen'),
  (13, 'hide-selection', 'Hide Selection screen'),
  (14, 'hide-reporter', 'Hide Reports screen'),
  (15, 'allow-bulk-mailmerge', 'Can run Mail Merge'),
  (16, 'allow-bulk-export', 'Can export data to file'),
  (17, 'allow-bulk-generate-activities', 'Can create tasks for a selection'),
  (18, 'allow-bulk-copy-members', 'Can copy a selection'),
  (19, 'allow-bulk-edit', 'Allow bulk update'),
  (20, 'allow-bulk-delete', 'Can delete selection members'),
  (21, 'allow-bulk-interests', 'Can modify interests for selection members'),
  (22, 'allow-bulk-email', 'Can send e-mail to selection members'),
  (23, 'allow-bulk-user-applications', 'Can run custom tasks on selections'),
  (24, 'see-other-companies-associates', 'Can see users belonging to other companies'),
  (26, 'admin-saint-regeneration', 'Status Monitor Administrator (counters)'),
  (27, 'admin-saint-definition', 'Status Monitor Administrator (statuses)'),
  (28, 'allow-dictionarySDK', 'Can create and delete tables in the database'),
  (29, 'admin-udef', 'Field Administrator'),
  (30, 'admin-import', 'Import Administrator'),
  (31, 'ext-need-publish-to-see-project', 'Show only published projects'),
  (32, 'ext-need-publish-to-see-appointment', 'Show only published follow-ups'),
  (33, 'ext-need-publish-to-see-document', 'Show only published documents'),
  (34, 'ext-need-publish-to-see-sale', 'Show only published sales'),
  (35, 'ext-see-event-projects', 'Show projects marked as events'),
  (36, 'ext-use-my-company-rights', 'Use data rights for My company'),
  (37, 'ext-use-same-project-rights', 'Use data rights for Same project'),
  (38, 'admin-audience', 'Audience Administrator'),
  (39, 'syncadmin-all', 'SuperOffice Intellisync Server Maintenance'),
  (40, 'syncadmin-user', 'Edit own synchronisation settings'),
  (41, 'allow-manage-entities', 'Can manage (move and merge) entities'),
  (42, 'admin-workflow', 'Workflow administrator'),
  (43, 'admin-role', 'Role Administrator'),
  (44, 'admin-replication', 'Replication administrator'),
  (45, 'admin-preferences', 'Preferences Administrator'),
  (46, 'admin-script', 'Script Administrator'),
  (47, 'admin-quote', 'Quote administrator'),
  (48, 'quote-can-approve', 'Can approve quotes'),
  (49, 'cs-listown', 'List requests in own categories');
-- 1 << roleType: those of external users, and the rest of employees.
UPDATE FunctionRight SET roleTypes = iif(name LIKE 'ext-%', 2, 1);

-- Role 1 has all rights of employees; external roles have all of theirs.
INSERT INTO FunctionRightRoleLink (roleId, functionRightId)
  SELECT 1, FunctionRight_id FROM FunctionRight WHERE roleTypes = 1
  UNION ALL SELECT 10, FunctionRight_id FROM FunctionRight WHERE roleTypes = 2
  UNION ALL SELECT 13, FunctionRight_id FROM FunctionRight WHERE roleTypes = 2;
-- What employees do every day; no administration. Bulk update belongs to the roles 1 and 2 only.
INSERT INTO FunctionRightRoleLink (roleId, functionRightId)
  SELECT column1, FunctionRight_id FROM FunctionRight JOIN (VALUES
    (2, 'allow-%'), (2, 'see-%'), (2, 'syncadmin-user'), (2, 'quote-%'),
    (3, 'allow-bulk-%'), (3, 'see-%'), (3, 'syncadmin-user'), (3, 'quote-%'),
    (4, 'allow-bulk-%'), (4, 'see-%'), (4, 'syncadmin-user'),
    (5, 'allow-bulk-mailmerge'), (5, 'allow-bulk-email'), (5, 'see-%'), (5, 'syncadmin-user'),
    (6, 'see-%'), (6, 'syncadmin-user'),
    (7, 'allow-bulk-%'), (7, 'see-%'), (7, 'syncadmin-user'), (7, 'admin-lists'),
    (8, 'allow-bulk-%'), (8, 'see-%'), (8, 'syncadmin-user'), (8, 'admin-users'),
    (9, 'allow-bulk-mailmerge'), (9, 'allow-bulk-email'), (9, 'syncadmin-user'))
  ON name LIKE column2
  WHERE name <> 'allow-dictionarySDK' AND (column1 = 2 OR name <> 'allow-bulk-edit');

INSERT INTO ModuleLicense (ModuleLicense_id, ownerName, moduleName, moduleDescription,
                           moduleVersion, licenseType, licenseNumber, unrestricted,
                           prerequisiteModule, sortOrder, allowedType) VALUES
  (1, 'SUPEROFFICE', 'SERVER', 'Server', '8.4', 1, 1, 1, '', 1, NULL),
  (2, 'SUPEROFFICE', 'EXTERN-USER', 'External users', '8.4', 1, 1, 1,
   'superoffice.server', 2, NULL),
  (3, 'SUPEROFFICE', 'SYSTEM-USER', 'System users', '8.4', 1, 1, 1, 'superoffice.server', 3, NULL),
  (4, 'SUPEROFFICE', 'ANONYMOUS-USER', 'Anonymous users', '8.4', 1, 1, 1,
   'superoffice.server', 4, NULL),
  (5, 'SUPEROFFICE', 'USER', 'User', '8.4', 3, 50, 0, 'superoffice.server', 5, 0),
  (6, 'SUPEROFFICE', 'EXTERN-USER-CAL', 'Access for external users', '8.4', 3, 0, 1,
   'superoffice.extern-user', 6, 4),
  (7, 'SUPEROFFICE', 'SYSTEM-USER-CAL', 'Access for system users', '8.4', 3, 0, 1,
   'superoffice.system-user', 7, 13),
  (8, 'SUPEROFFICE', 'ANONYMOUS-USER-CAL', 'Access for anonymous users', '8.4', 3, 0, 1,
   'superoffice.anonymous-user', 8, 7),
  (9, 'SUPEROFFICE', 'ADMIN-EXTERN-USER', 'Administration of external users', '8.4', 3, 10, 0,
   'superoffice.extern-user', 9, NULL);

INSERT INTO person (person_id, contact_id, rank, mrmrs, firstname, lastname, title, country_id,
                    associate_id, email, emailKey, directPhone, mobilePhone)
  SELECT column1, 1, 1, 'Ms', 'Ada', 'Moe', 'Managing director', 578, 11, column2, lower(column2),
         '+47 22001147', '+47 90001147'
  FROM (VALUES (147, 'ada.moe@emulator.example'));
INSERT INTO associate (associate_id, name, nameKey, userName, userNameKey, rank, tooltip,
                       group_idx, person_id, type)
  VALUES (11, 'ADM0', 'adm0', 'ADM0', 'adm0', 1, 'Ada Moe', 1, 147, 0);
INSERT INTO UserRoleLink (associate_id, role_id) VALUES (11, 1);
INSERT INTO LicenseAssocLink (moduleLicenseId, assocId) VALUES (5, 11);
INSERT INTO Credentials (Credentials_id, associateId, credentialType, searchName, secret,
                         displayType, displayName)
  VALUES (1, 11, 'CRM5/PASSWORD', 'adm0', 'adm0', 'Password', 'ADM0');
