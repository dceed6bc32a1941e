create table email_changes (
  id uuid primary key default new_id(),
  contact_id uuid not null,
  email citext not null,
  token_hash text not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);
create unique index email_changes_token_hash_key on email_changes (token_hash);
create index email_changes_contact_id_idx on email_changes (contact_id);
