-- The users, companies and persons that tests and examples rely on; runs after seed_empty.sql.

INSERT INTO contact (contact_id, name, orgNr, country_id, associate_id, business_idx, category_idx,
                     phone) VALUES
  (2, 'Fjord Consulting', '990000002', 578, 12, 3, 1, '+47 55002000'),
  (3, 'Nordlys Partner', '990000003', 578, 12, 5, 2, '+47 77003000');

INSERT INTO person (person_id, contact_id, rank, mrmrs, firstname, lastname, title, country_id,
                    associate_id, email, emailKey, directPhone)
  SELECT column1, column2, column3, column4, column5, column6, column7, 578, column8, column9,
         lower(column9), printf('+47 2200%d%d', column2, column1)
  FROM (VALUES
    (148, 1, 2, 'Ms', 'Siri', 'Lund', 'Sales manager', 12, 'siri.lund@emulator.example'),
    (149, 1, 3, 'Mr', 'Ola', 'Vik', 'Office manager', 13, 'ola.vik@emulator.example'),
    (501, 2, 1, 'Ms', 'Kari', 'Nord', 'Consultant', 12, 'ext1@fjord.example'),
    (502, 2, 2, 'Mr', 'Per', 'Dahl', 'Consultant', 12, 'ext2@fjord.example'),
    (503, 3, 1, 'Ms', 'Ingrid', 'Berg', 'Partner manager', 12, 'ext3@nordlys.example'));

-- Without a user yet: 504 to 510 at one company, 511 to 515 at the other.
WITH RECURSIVE free (id) AS (SELECT 504 UNION ALL SELECT id + 1 FROM free WHERE id < 515)
INSERT INTO person (person_id, contact_id, rank, firstname, lastname, title, country_id,
                    associate_id, email, emailKey)
  SELECT id, contact, id - 500, 'Free', 'Person ' || id, 'Adviser', 578, 12, address, address
  FROM (SELECT id, iif(id <= 510, 2, 3) AS contact,
               'free.person' || id
                 || iif(id <= 510, '@fjord.example', '@nordlys.example') AS address
        FROM free);

INSERT INTO associate (associate_id, name, nameKey, userName, userNameKey, rank, tooltip,
                       group_idx, person_id, type)
  SELECT column1, column2, lower(column2), column2, lower(column2), column3, column4, column5,
         column6, column7
  FROM (VALUES
    (12, 'SAL1', 2, 'Siri Lund', 2, 148, 0),
    (13, 'USR8', 3, 'Ola Vik', 1, 149, 0),
    (14, 'SYS0', 4, 'System user', NULL, NULL, 13),
    (15, 'ANON', 5, 'Anonymous user', NULL, NULL, 7),
    (101, 'ext1@fjord.example', 6, 'Kari Nord', NULL, 501, 4),
    (102, 'ext2@fjord.example', 7, 'Per Dahl', NULL, 502, 4),
    (103, 'ext3@nordlys.example', 8, 'Ingrid Berg', NULL, 503, 4));

INSERT INTO UserRoleLink (associate_id, role_id) VALUES
  (12, 3), (13, 8), (14, 12), (15, 11), (101, 10), (102, 10), (103, 13);

-- 102 is inactive, which is: holds no licence to log in. 103 manages the users of its own company.
INSERT INTO LicenseAssocLink (moduleLicenseId, assocId) VALUES
  (5, 12), (5, 13), (7, 14), (8, 15), (6, 101), (6, 103), (9, 103);

-- ANON has no password and cannot log in by name.
INSERT INTO Credentials (Credentials_id, associateId, credentialType, searchName, secret,
                         displayType, displayName)
  SELECT column1, associate_id, 'CRM5/PASSWORD', userNameKey, column3, 'Password', userName
  FROM associate JOIN (VALUES
    (2, 12, 'sal1'), (3, 13, 'usr8'), (4, 14, 'sys0'), (5, 101, 'ext1'), (6, 102, 'ext2'),
    (7, 103, 'ext3'))
  ON associate_id = column2;

-- The directory: three employees, a new colleague who is no person yet, two programs.
INSERT INTO directory_group (directory_group_id, name, nameKey, displayName)
  SELECT column1, 'EMULATOR\' || column2, lower('EMULATOR\' || column2), column2
  FROM (VALUES (1, 'Employees'), (2, 'Sales'), (3, 'Service accounts'));
INSERT INTO directory_user (directory_user_id, value, account, accountKey, fullName, fullNameKey,
                            email, emailKey)
  SELECT column1, 'S-1-5-21-1004336348-1177238915-682003330-' || (1100 + column1),
         'EMULATOR\' || column2, 'emulator\' || column2, column3, lower(column3), column4, column4
  FROM (VALUES
    (1, 'ada.moe', 'Ada Moe', 'ada.moe@emulator.example'),
    (2, 'siri.lund', 'Siri Lund', 'siri.lund@emulator.example'),
    (3, 'ola.vik', 'Ola Vik', 'ola.vik@emulator.example'),
    (4, 'liv.haug', 'Liv Haug', 'liv.haug@emulator.example'),
    (5, 'svc.backup', 'Backup service', ''),
    (6, 'svc.print', 'Print service', ''));
INSERT INTO directory_member (directory_group_id, directory_user_id) VALUES
  (1, 1), (1, 2), (1, 3), (1, 4), (2, 2), (2, 4), (3, 5), (3, 6);

-- Commands that clients offer: one for every user, which asks first, and one for external users.
INSERT INTO user_command (user_command_id, name, displayName, description, tooltip, action,
                          actionData, result, message, userType) VALUES
  (1, 'SendWelcome', 'Send welcome message', 'Tells a user how to log in',
   'Sends an e-mail to the user', 1, 'Send a welcome message to this user?', 1,
   'The welcome message was sent', NULL),
  (2, 'CheckAgreement', 'Check partner agreement', 'Tells whether the agreement is in force',
   'Looks up the agreement of the company', 0, '', 0, 'The partner agreement is in force', 4);
