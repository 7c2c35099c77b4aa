-- What step 0006 stores beside it: an audience of which a part is still to be written into the ledger.
INSERT INTO audiences (broadcast_id, cursor, last) VALUES (1, 300, 301);
