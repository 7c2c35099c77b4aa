-- Private chats in which an officer's menu stands, so that none stays when the right has ended, however it ended; and
-- the language that an officer has chosen who need not be a member. A row goes with the menu.
CREATE TABLE officer_chats (
    user_id  INTEGER PRIMARY KEY,
    language TEXT CHECK (language IN ('vi', 'en'))      -- NULL: none was chosen
) STRICT;
