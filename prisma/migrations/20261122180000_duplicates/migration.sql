-- What a person's name sounds like, given and family name in either order: "Jon Smyth" and "Smith, John" are the same.
-- Names that have no Latin letters to go by stand for themselves. Built into an index, so every name is qualified.
CREATE FUNCTION name_sound(first_name text, last_name text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE STRICT COST 500 AS $$
DECLARE
  given text := public.dmetaphone(public.fold_text(split_part(btrim(first_name), ' ', 1)));
  family text := public.dmetaphone(public.fold_text(last_name));
BEGIN
  IF given = '' OR family = '' THEN RETURN public.fold_text(first_name || ' ' || last_name); END IF;
  RETURN least(given, family) || ' ' || greatest(given, family);
END $$;

-- What two addresses are compared by: street and postal code without case, accents and punctuation.
CREATE FUNCTION address_key(line text, postal_code text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT COST 300
  RETURN nullif(btrim(regexp_replace(public.fold_text(line), '[^a-z0-9]+', ' ', 'g')), '') || '|' || nullif(regexp_replace(lower(postal_code), '[^a-z0-9]', '', 'g'), '');

-- The walks of the duplicate reports. The names are included so that the index alone answers.
CREATE INDEX contacts_by_sound ON contacts (name_sound(first_name, last_name), id) INCLUDE (first_name, last_name) WHERE deleted_at IS NULL;
CREATE INDEX contacts_live_phone ON contacts (phone) WHERE deleted_at IS NULL AND phone IS NOT NULL;

-- CreateIndex
CREATE INDEX "not_duplicates_second_id_idx" ON "not_duplicates"("second_id");

-- CreateIndex
CREATE INDEX "not_duplicates_decided_at_first_id_second_id_idx" ON "not_duplicates"("decided_at", "first_id", "second_id");

-- Somebody may book, sign or link in the very moment in which the contact is merged: what they add goes to the contact
-- that stayed. The lock waits for the merge, which holds the contact until it is done.
CREATE FUNCTION follow_merged_contact() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE stayed uuid;
BEGIN
  SELECT merged_into_id INTO stayed FROM contacts WHERE id = NEW.contact_id FOR KEY SHARE;
  IF stayed IS NOT NULL THEN NEW.contact_id := stayed; END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER relationships_follow_merge BEFORE INSERT ON relationships
  FOR EACH ROW EXECUTE FUNCTION follow_merged_contact();
CREATE TRIGGER registrations_follow_merge BEFORE INSERT ON registrations
  FOR EACH ROW WHEN (NEW.contact_id IS NOT NULL) EXECUTE FUNCTION follow_merged_contact();
CREATE TRIGGER signatures_follow_merge BEFORE INSERT ON signatures
  FOR EACH ROW WHEN (NEW.contact_id IS NOT NULL) EXECUTE FUNCTION follow_merged_contact();
