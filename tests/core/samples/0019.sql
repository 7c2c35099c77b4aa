-- An officer who is no member and has chosen English.
INSERT INTO officer_chats (user_id, language) VALUES (9000100, 'en');
