-- A Nordic company with its employees and external users; runs after seed_small.sql. It is the same
-- on every start, so its now is Thursday, 2026-01-15 at 9. The password of all is `demo`. Column
-- `n` counts from 0. Keys and e-mail addresses are ASCII, so lower() folds them.

-- The employees: 21 to 60, persons 150 to 189. `back`: working days since the last log-in, 20 or
-- more: has left since; NULL: never logged in.
CREATE TEMP TABLE employee (n INTEGER PRIMARY KEY, sex, firstname, lastname, title, groupId, roleId,
                            back);
INSERT INTO employee VALUES
  (0, 'Ms', 'Unni', 'Haug', 'Finance manager', 1, 2, 0),
  (1, 'Mr', 'Henrik', 'Solberg', 'IT manager', 1, 1, 0),
  (2, 'Ms', 'Marit', 'Strand', 'HR adviser', 1, 8, 1),
  (3, 'Mr', 'Jonas', 'Lindqvist', 'System administrator', 1, 7, 0),
  (4, 'Ms', 'Åse', 'Ødegård', 'Controller', 1, 6, 2),
  (5, 'Mr', 'Tor', 'Bakke', 'Receptionist', 1, 5, 0),
  (6, 'Ms', 'Grete', 'Myhre', 'Office assistant', 1, 6, 41),
  (7, 'Mr', 'Anders', 'Holm', 'Head of sales', 2, 2, 0),
  (8, 'Ms', 'Silje', 'Aasen', 'Key account manager', 2, 3, 0),
  (9, 'Mr', 'Mikael', 'Öberg', 'Key account manager', 2, 3, 1),
  (10, 'Ms', 'Camilla', 'Juhl', 'Account manager', 2, 4, 3),
  (11, 'Mr', 'Eirik', 'Tangen', 'Account manager', 2, 4, 0),
  (12, 'Ms', 'Hedda', 'Nygård', 'Account manager', 2, 4, 1),
  (13, 'Mr', 'Rasmus', 'Kjær', 'Account manager', 2, 9, 4),
  (14, 'Ms', 'Aino', 'Laine', 'Account manager', 2, 9, 2),
  (15, 'Mr', 'Petter', 'Sørli', 'Sales assistant', 2, 5, 0),
  (16, 'Ms', 'Ida', 'Brekke', 'Sales assistant', 2, 5, NULL),
  (17, 'Mr', 'Knut', 'Foss', 'Account manager', 2, 4, 96),
  (18, 'Ms', 'Ragnhild', 'Vold', 'Head of customer service', 3, 2, 0),
  (19, 'Mr', 'Sondre', 'Hauge', 'Team lead', 3, 3, 0),
  (20, 'Ms', 'Emma', 'Sandberg', 'Team lead', 3, 3, 1),
  (21, 'Mr', 'Oskar', 'Nyman', 'Support consultant', 3, 4, 0),
  (22, 'Ms', 'Thea', 'Ruud', 'Support consultant', 3, 4, 0),
  (23, 'Mr', 'Magnus', 'Eide', 'Support consultant', 3, 4, 5),
  (24, 'Ms', 'Nora', 'Lien', 'Support consultant', 3, 5, 0),
  (25, 'Mr', 'Jeppe', 'Brandt', 'Support consultant', 3, 5, 1),
  (26, 'Ms', 'Solveig', 'Moen', 'Support consultant', 3, 5, 63),
  (27, 'Mr', 'Arne', 'Krogh', 'Support consultant', 3, 6, 12),
  (28, 'Ms', 'Kristin', 'Dahle', 'Head of services', 4, 2, 1),
  (29, 'Mr', 'Øyvind', 'Rønning', 'Project manager', 4, 3, 0),
  (30, 'Ms', 'Lotta', 'Ekström', 'Project manager', 4, 3, 7),
  (31, 'Mr', 'Stian', 'Myklebust', 'Consultant', 4, 4, 0),
  (32, 'Ms', 'Vilde', 'Aune', 'Consultant', 4, 4, 2),
  (33, 'Mr', 'Juhani', 'Koski', 'Consultant', 4, 4, 9),
  (34, 'Ms', 'Birgitte', 'Lauritsen', 'Developer', 4, 7, 0),
  (35, 'Mr', 'Geir', 'Wiik', 'Consultant', 4, 4, 121),
  (36, 'Ms', 'Tuva', 'Engen', 'Head of marketing', 5, 2, 0),
  (37, 'Mr', 'Lars', 'Bjerke', 'Campaign manager', 5, 3, 1),
  (38, 'Ms', 'Maja', 'Sjögren', 'Content editor', 5, 4, 3),
  (39, 'Mr', 'Even', 'Torp', 'Event coordinator', 5, 5, 0);

-- The companies: contacts 4 to 28. roleId: that of their users; 13 are partners.
CREATE TEMP TABLE company (n INTEGER PRIMARY KEY, country, name, domain, business, roleId, owner);
INSERT INTO company VALUES
  (0, 578, 'Havgull Sjømat', 'havgull.example', 2, 10, 28),
  (1, 752, 'Björkdal Möbler', 'bjorkdal.example', 4, 10, 29),
  (2, 208, 'Klitmøller Vind', 'klitmoller.example', 6, 10, 30),
  (3, 246, 'Saimaa Puu', 'saimaa.example', 2, 10, 34),
  (4, 578, 'Skarvtind Regnskap', 'skarvtind.example', 3, 13, 28),
  (5, 752, 'Norrsken Data', 'norrsken.example', 5, 13, 29),
  (6, 578, 'Lofotlys Energi', 'lofotlys.example', 6, 10, 31),
  (7, 208, 'Østersø Logistik', 'ostersolog.example', 1, 10, 30),
  (8, 578, 'Dovre Bygg', 'dovrebygg.example', 4, 10, 32),
  (9, 752, 'Vätterö Kök', 'vattero.example', 4, 10, 29),
  (10, 246, 'Kallio Ohjelmistot', 'kallio.example', 5, 13, 34),
  (11, 578, 'Bryggen Kaffe', 'bryggenkaffe.example', 2, 10, 31),
  (12, 752, 'Sälen Fritid', 'salenfritid.example', 7, 10, 33),
  (13, 578, 'Nidelva Arkitekter', 'nidelva.example', 3, 10, 32),
  (14, 208, 'Gudenå Teknik', 'gudena.example', 5, 13, 30),
  (15, 578, 'Rondane Reiser', 'rondane.example', 7, 10, 31),
  (16, 752, 'Skärgård Shipping', 'skargard.example', 1, 10, 33),
  (17, 246, 'Tuuli Sähkö', 'tuulisahko.example', 6, 10, 34),
  (18, 578, 'Jostedal Vann', 'jostedal.example', 2, 10, 32),
  (19, 208, 'Møns Papir', 'monspapir.example', 4, 10, 30),
  (20, 752, 'Åre Advokater', 'areadvokater.example', 3, 10, 33),
  (21, 578, 'Finnmark Flyfrakt', 'finnmarkfly.example', 1, 10, 28),
  (22, 208, 'Rebild Revision', 'rebild.example', 3, 10, 30),
  (23, 752, 'Mälar Trygg', 'malartrygg.example', 3, 10, 29),
  (24, 246, 'Revontuli Media', 'revontuli.example', 7, 10, 34);

-- 12 first and 13 last names a country, so that its first 156 persons have names of their own.
CREATE TEMP TABLE forename (country, n, name);
INSERT INTO forename VALUES
  (578, 0, 'Astrid'), (578, 1, 'Bjørn'), (578, 2, 'Frøydis'), (578, 3, 'Håkon'),
  (578, 4, 'Ingunn'), (578, 5, 'Leif'), (578, 6, 'Mari'), (578, 7, 'Odd'), (578, 8, 'Randi'),
  (578, 9, 'Sverre'), (578, 10, 'Turid'), (578, 11, 'Vegard'),
  (752, 0, 'Annika'), (752, 1, 'Björn'), (752, 2, 'Ebba'), (752, 3, 'Gustav'), (752, 4, 'Elsa'),
  (752, 5, 'Håkan'), (752, 6, 'Karin'), (752, 7, 'Nils'), (752, 8, 'Saga'), (752, 9, 'Sixten'),
  (752, 10, 'Ylva'), (752, 11, 'Åke'),
  (208, 0, 'Anne'), (208, 1, 'Bent'), (208, 2, 'Dorthe'), (208, 3, 'Frederik'),
  (208, 4, 'Inger'), (208, 5, 'Jørgen'), (208, 6, 'Kirsten'), (208, 7, 'Mads'),
  (208, 8, 'Pernille'), (208, 9, 'Søren'), (208, 10, 'Tove'), (208, 11, 'Villads'),
  (246, 0, 'Aila'), (246, 1, 'Eero'), (246, 2, 'Helmi'), (246, 3, 'Ilkka'), (246, 4, 'Kaisa'),
  (246, 5, 'Lauri'), (246, 6, 'Päivi'), (246, 7, 'Olli'), (246, 8, 'Riitta'), (246, 9, 'Seppo'),
  (246, 10, 'Tuula'), (246, 11, 'Väinö');
CREATE TEMP TABLE surname (country, n, name);
INSERT INTO surname VALUES
  (578, 0, 'Amundsen'), (578, 1, 'Bøe'), (578, 2, 'Fjeld'), (578, 3, 'Grønli'), (578, 4, 'Hagen'),
  (578, 5, 'Kvam'), (578, 6, 'Løkken'), (578, 7, 'Nesset'), (578, 8, 'Prestegård'),
  (578, 9, 'Rønneberg'), (578, 10, 'Skaar'), (578, 11, 'Tveit'), (578, 12, 'Ås'),
  (752, 0, 'Andersson'), (752, 1, 'Berglund'), (752, 2, 'Dahlström'), (752, 3, 'Engström'),
  (752, 4, 'Forsberg'), (752, 5, 'Hellgren'), (752, 6, 'Isaksson'), (752, 7, 'Lindgren'),
  (752, 8, 'Månsson'), (752, 9, 'Norling'), (752, 10, 'Sjöberg'), (752, 11, 'Wallin'),
  (752, 12, 'Åkerman'),
  (208, 0, 'Andersen'), (208, 1, 'Bech'), (208, 2, 'Christensen'), (208, 3, 'Dalgaard'),
  (208, 4, 'Friis'), (208, 5, 'Højgaard'), (208, 6, 'Iversen'), (208, 7, 'Kofoed'),
  (208, 8, 'Mikkelsen'), (208, 9, 'Nørgaard'), (208, 10, 'Skov'), (208, 11, 'Thorup'),
  (208, 12, 'Winther'),
  (246, 0, 'Aalto'), (246, 1, 'Heikkinen'), (246, 2, 'Hämäläinen'), (246, 3, 'Järvinen'),
  (246, 4, 'Kinnunen'), (246, 5, 'Lehtonen'), (246, 6, 'Mäkelä'), (246, 7, 'Niemi'),
  (246, 8, 'Peltola'), (246, 9, 'Rantanen'), (246, 10, 'Salminen'), (246, 11, 'Tuominen'),
  (246, 12, 'Virtanen');

-- Their persons, 601 to 745, company by company in turn; the last 25 have no user.
CREATE TEMP TABLE outsider AS
  WITH RECURSIVE
    numbers (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < 144),
    employed AS (
      SELECT numbers.n AS n, company.n AS company, country, domain, business, roleId, owner,
             row_number() OVER (PARTITION BY country ORDER BY numbers.n) - 1 AS nth
      FROM numbers JOIN company ON company.n = numbers.n % 25)
  SELECT employed.n AS n, company, employed.country AS country, domain, business, roleId, owner,
         iif(forename.n % 2, 'Mr', 'Ms') AS sex,
         forename.name AS firstname, surname.name AS lastname
  FROM employed
  JOIN forename ON forename.country = employed.country AND forename.n = nth % 12
  JOIN surname ON surname.country = employed.country AND surname.n = nth * 5 % 13;

INSERT INTO contact (contact_id, name, orgNr, country_id, associate_id, business_idx, category_idx,
                     phone)
  SELECT 4 + n, name, 990000004 + n, country, owner, business, iif(roleId = 13, 2, 1),
         printf('+%d %d', CASE country WHEN 246 THEN 358 WHEN 578 THEN 47 WHEN 752 THEN 46
                                       ELSE 45 END, 33004000 + n)
  FROM company;

INSERT INTO person (person_id, contact_id, rank, mrmrs, firstname, lastname, title, country_id,
                    retired, associate_id, directPhone, mobilePhone)
  SELECT 150 + n, 1, 4 + n, sex, firstname, lastname, title, 578, ifnull(back, 0) > 20, 21 + n,
         printf('+47 22001%d', 150 + n), printf('+47 90001%d', 150 + n)
  FROM employee;
INSERT INTO person (person_id, contact_id, rank, mrmrs, firstname, lastname, title, country_id,
                    associate_id, mobilePhone)
  SELECT 601 + n, 4 + company, 1 + n / 25, sex, firstname, lastname,
         CASE n / 25 WHEN 0 THEN 'Managing director' WHEN 1 THEN 'Purchaser' WHEN 2 THEN 'Adviser'
                     WHEN 3 THEN 'Project manager' WHEN 4 THEN 'Accountant' ELSE 'Assistant' END,
         country, owner,
         printf('+%d %d', CASE country WHEN 246 THEN 358 WHEN 578 THEN 47 WHEN 752 THEN 46
                                       ELSE 45 END, 70001000 + n)
  FROM outsider;

-- firstname.lastname@domain, in ASCII.
UPDATE person SET email = lower(
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
      firstname || '.' || lastname, 'Å', 'a'), 'å', 'a'), 'Ä', 'a'), 'ä', 'a'), 'Ö', 'o'),
      'ö', 'o'), 'Ø', 'o'), 'ø', 'o'), 'Æ', 'ae'), 'æ', 'ae'))
    || '@' || ifnull((SELECT domain FROM company WHERE n = contact_id - 4), 'emulator.example')
  WHERE person_id BETWEEN 150 AND 189 OR person_id >= 601;
UPDATE person SET emailKey = email WHERE emailKey = '' AND email <> '';

-- An employee's name is made of the first two letters of both names. They were registered a week
-- apart.
WITH moments AS (
  SELECT *, strftime('%Y-%m-%dT%H:%M:%S', '2026-01-15 06:38:00',
                     -(back + (back + 1) / 5 * 2) || ' days',
                     (n * 211 % 9000) || ' seconds') AS login
  FROM employee)
INSERT INTO associate (associate_id, name, nameKey, userName, userNameKey, rank, tooltip, deleted,
                       group_idx, person_id, type, lastlogin, lastlogout, registered,
                       registered_associate_id)
  SELECT 21 + n, upper(initials), initials, upper(initials), initials, 21 + n,
         firstname || ' ' || lastname, ifnull(back, 0) > 20, groupId, 150 + n, 0,
         ifnull(login, '0001-01-01T00:00:00'),
         iif(back > 0, strftime('%Y-%m-%dT%H:%M:%S', login, '8 hours'), '0001-01-01T00:00:00'),
         strftime('%Y-%m-%dT%H:%M:%S', '2024-09-02 07:10:00', (n * 7) || ' days'), 11
  FROM moments JOIN (
    SELECT person_id, substr(email, 1, 2) || substr(email, instr(email, '.') + 1, 2) AS initials
    FROM person) ON person_id = 150 + n;

-- External users: 201 to 320. Every 11th is inactive, every 40th has left.
WITH moments AS (
  SELECT *, n * 29 % 23 AS back, n % 40 = 39 AS has_left FROM outsider WHERE n < 120)
INSERT INTO associate (associate_id, name, nameKey, userName, userNameKey, rank, tooltip, deleted,
                       person_id, type, lastlogin, registered, registered_associate_id)
  SELECT 201 + n, email, email, email, email, 201 + n, firstname || ' ' || lastname, has_left,
         601 + n, 4,
         iif(n % 17 = 16, '0001-01-01T00:00:00',
             strftime('%Y-%m-%dT%H:%M:%S', '2026-01-15 06:00:00',
                      -(back + (back + 1) / 5 * 2 + has_left * 60) || ' days',
                      (n * 467 % 10000) || ' seconds')),
         strftime('%Y-%m-%dT%H:%M:%S', '2024-10-07 08:00:00', (n * 3) || ' days'), 23
  FROM moments JOIN (SELECT person_id, email FROM person) ON person_id = 601 + n;
UPDATE person SET retired = 1
  WHERE person_id IN (SELECT person_id FROM associate WHERE deleted);

INSERT INTO UserRoleLink (associate_id, role_id)
  SELECT 21 + n, roleId FROM employee
  UNION ALL SELECT 201 + n, roleId FROM outsider WHERE n < 120;
INSERT INTO UserGroupLink (assoc_id, UserGroup_id) VALUES
  (21, 2), (22, 4), (24, 3), (28, 5), (29, 4), (39, 2), (40, 4), (49, 2), (49, 3), (55, 1),
  (57, 2), (58, 2);

-- Who has left holds none. Five partners, 103 among them, manage the users of their company.
UPDATE ModuleLicense SET licenseNumber = 75 WHERE moduleName = 'USER';
INSERT INTO LicenseAssocLink (moduleLicenseId, assocId)
  SELECT iif(type = 0, 5, 6), associate_id FROM associate
  WHERE (associate_id BETWEEN 21 AND 60 OR associate_id BETWEEN 201 AND 320)
    AND NOT deleted AND (type = 0 OR associate_id % 11 <> 0)
  UNION ALL VALUES (9, 205), (9, 206), (9, 211), (9, 215);

INSERT INTO Credentials (Credentials_id, associateId, credentialType, searchName, secret,
                         displayType, displayName)
  SELECT associate_id, associate_id, 'CRM5/PASSWORD', userNameKey, 'demo', 'Password', userName
  FROM associate WHERE associate_id BETWEEN 21 AND 60 OR associate_id BETWEEN 201 AND 320;

DROP TABLE outsider;
DROP TABLE surname;
DROP TABLE forename;
DROP TABLE company;
DROP TABLE employee;
