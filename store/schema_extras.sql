-- What NetServer has as plug-ins, as tables of ours. Runs after schema.sql, and follows its rules.

INSERT INTO sequence VALUES ('user_command', 1001);

-- Commands that clients offer for users. userType: an associate's type, NULL: any. result and
-- message: what one that is run answers.
CREATE TABLE user_command (
  user_command_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  displayName TEXT NOT NULL DEFAULT '',
  description TEXT NOT NULL DEFAULT '',
  tooltip TEXT NOT NULL DEFAULT '',
  action INTEGER NOT NULL DEFAULT 0,
  actionData TEXT NOT NULL DEFAULT '',
  result INTEGER NOT NULL DEFAULT 0,
  message TEXT NOT NULL DEFAULT '',
  userType INTEGER,
  registered TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  registered_associate_id INTEGER NOT NULL DEFAULT 0,
  updated TEXT NOT NULL DEFAULT '0001-01-01T00:00:00',
  updated_associate_id INTEGER NOT NULL DEFAULT 0, updatedCount INTEGER NOT NULL DEFAULT 0
) STRICT;
