-- The matrix of data rights: 14 roles, 11 tables, 8 relations (0 owner, 1 primary group, 2 other,
-- 3 other group, 4 external, 5 anonymous, 6 my company, 7 same project). NetServer's documentation
-- gives some cells of role 4 only (set apart below); the others follow the roles' descriptions.

-- Tables: contact 5, person 6, appointment 9, document 10, project 11, projectmember 12, sale 13,
-- selection 23, relations 52, SaleStakeholder 121, BinaryObject 205.
INSERT INTO DataRight (roleId, tableId, relationToOwner)
  SELECT Role_id, tables.column1, relations.column1
  FROM Role
  JOIN (VALUES (5), (6), (9), (10), (11), (12), (13), (23), (52), (121), (205)) AS tables
  JOIN (VALUES (0), (1), (2), (3), (4), (5), (6), (7)) AS relations;

-- One row: role, relation, and the right on every table.
UPDATE DataRight SET CRUD = column3 FROM (VALUES
    (3, 0, 'CRUD'), (3, 1, 'CRUD'), (3, 2, 'R'), (3, 3, 'R'),
    (4, 0, 'CRUD'),
    (5, 0, 'CRUD'),
    (6, 0, 'R'), (6, 1, 'R'), (6, 2, 'R'), (6, 3, 'R'),
    (9, 0, 'CRUD'), (9, 1, 'R'),
    (10, 0, 'CRU'), (10, 6, 'R'), (10, 7, 'R'),
    (13, 0, 'CRU'), (13, 6, 'R'), (13, 7, 'R'))
  WHERE roleId = column1 AND relationToOwner = column2;
UPDATE DataRight SET CRUD = 'CRUD' WHERE roleId IN (1, 2, 7, 8, 12);

-- One row: role, relation, table, and the right that differs.
UPDATE DataRight SET CRUD = column4 FROM (VALUES
    -- Documented.
    (4, 0, 5, 'CRU'), (4, 0, 6, 'CRUD'), (4, 0, 9, 'CRUD'), (4, 0, 10, 'CRUD'),
    (4, 1, 5, 'CRU'), (4, 1, 6, 'CRUD'), (4, 1, 9, 'R'), (4, 1, 10, 'R'), (4, 1, 11, 'CRU'),
    (4, 1, 12, 'CRU'), (4, 1, 13, 'R'), (4, 1, 121, 'CRU'), (4, 1, 23, 'CR'), (4, 1, 52, 'R'),
    (4, 1, 205, 'R'), (4, 2, 5, 'R'), (4, 2, 6, 'R'),
    -- Ours.
    (5, 1, 5, 'R'), (5, 1, 6, 'R'), (5, 2, 5, 'R'), (5, 2, 6, 'R'),
    (6, 0, 9, 'CRUD'), (9, 2, 5, 'R'))
  WHERE roleId = column1 AND relationToOwner = column2 AND tableId = column3;
