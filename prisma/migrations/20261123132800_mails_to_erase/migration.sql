-- What the nightly erasure of mails looks for: those that are done with and still have their text.
CREATE INDEX outbox_mails_to_erase ON outbox_mails (created_at)
  WHERE (html <> '' OR text <> '') AND state IN ('SENT', 'FAILED', 'CANCELLED');
