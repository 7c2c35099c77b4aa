-- What step 0002 stores beside it: an ended consent, a journal, somebody who cannot be reached.
INSERT INTO house (id, salt, floor_quiz, floor_reflection) VALUES
    (1, x'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 6, 10);
INSERT INTO consent_proofs (person, part, text_hash, given_on, ended_on, ending) VALUES
    ('5bfc3c0db4723b9add8b358375c6fb9217a7647de8b3d0d0c7208d0e18d1ac35', 'reflection', '00', '2026-11-20', '2026-11-24', 'withdrawn');
INSERT INTO journals (member_id, sealed, message_id, delivered) VALUES (301, x'00', 820, 1);
UPDATE members SET unreachable_on = '2026-11-24' WHERE id = 302;
UPDATE participations SET counted = 0 WHERE member_id = 302;
