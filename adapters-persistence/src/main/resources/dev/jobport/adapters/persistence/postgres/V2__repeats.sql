-- The fingerprint of the result that ended the job; absent of what ended before, of which no result counts as a repeat.
ALTER TABLE job ADD COLUMN result TEXT;
