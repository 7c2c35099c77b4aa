-- What step 0031 stores: when the card of a plan was posted.
UPDATE plans SET posted_at = 1795000000 WHERE current = 1;
