-- Somebody whose request was raised.
UPDATE join_requests SET raised = 1 WHERE id = 1;
