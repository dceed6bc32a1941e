-- Fields an organization adds to its clients, contacts and prospects, and what records have in them.

CREATE TABLE "custom_fields" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "record_kind" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "label" CITEXT NOT NULL,
    "help" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "mandatory" BOOLEAN NOT NULL DEFAULT false,
    "archived_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "custom_fields_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "custom_fields_record_kind_known" CHECK (record_kind IN ('client', 'contact', 'prospect')),
    CONSTRAINT "custom_fields_type_known" CHECK (type IN ('text', 'number', 'date', 'choice', 'yes_no')),
    CONSTRAINT "custom_fields_mandatory_for_clients" CHECK (record_kind = 'client' OR NOT mandatory)
);

CREATE TABLE "custom_field_choices" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "field_id" UUID NOT NULL,
    "label" CITEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "custom_field_choices_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "custom_values" (
    "field_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "record_kind" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "client_id" UUID,
    "contact_id" UUID,
    "prospect_id" UUID,
    "text_value" TEXT,
    "number_value" DECIMAL(20,6),
    "date_value" DATE,
    "choice_id" UUID,
    "yes_value" BOOLEAN,

    CONSTRAINT "custom_values_pkey" PRIMARY KEY ("field_id","record_id"),
    CONSTRAINT "custom_values_one_record" CHECK (
        num_nonnulls(client_id, contact_id, prospect_id) = 1
        AND record_id = coalesce(client_id, contact_id, prospect_id)
        AND record_kind = CASE WHEN client_id IS NOT NULL THEN 'client' WHEN contact_id IS NOT NULL THEN 'contact' ELSE 'prospect' END
    ),
    CONSTRAINT "custom_values_one_value_of_its_type" CHECK (
        num_nonnulls(text_value, number_value, date_value, choice_id, yes_value) = 1
        AND CASE type
            WHEN 'text' THEN text_value IS NOT NULL
            WHEN 'number' THEN number_value IS NOT NULL
            WHEN 'date' THEN date_value IS NOT NULL
            WHEN 'choice' THEN choice_id IS NOT NULL
            ELSE yes_value IS NOT NULL
        END
    ),
    CONSTRAINT "custom_values_text_fits" CHECK (length(text_value) BETWEEN 1 AND 500)
);

CREATE UNIQUE INDEX "custom_fields_id_record_kind_type_key" ON "custom_fields"("id", "record_kind", "type");

CREATE INDEX "custom_field_choices_field_id_idx" ON "custom_field_choices"("field_id");

CREATE UNIQUE INDEX "custom_field_choices_id_field_id_key" ON "custom_field_choices"("id", "field_id");

CREATE INDEX "custom_values_client_id_idx" ON "custom_values"("client_id");

CREATE INDEX "custom_values_contact_id_idx" ON "custom_values"("contact_id");

CREATE INDEX "custom_values_prospect_id_idx" ON "custom_values"("prospect_id");

CREATE INDEX "custom_values_choice_id_idx" ON "custom_values"("choice_id");

ALTER TABLE "custom_field_choices" ADD CONSTRAINT "custom_field_choices_field_id_fkey" FOREIGN KEY ("field_id") REFERENCES "custom_fields"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "custom_values" ADD CONSTRAINT "custom_values_field_id_record_kind_type_fkey" FOREIGN KEY ("field_id", "record_kind", "type") REFERENCES "custom_fields"("id", "record_kind", "type") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "custom_values" ADD CONSTRAINT "custom_values_choice_id_field_id_fkey" FOREIGN KEY ("choice_id", "field_id") REFERENCES "custom_field_choices"("id", "field_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "custom_values" ADD CONSTRAINT "custom_values_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "custom_values" ADD CONSTRAINT "custom_values_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "custom_values" ADD CONSTRAINT "custom_values_prospect_id_fkey" FOREIGN KEY ("prospect_id") REFERENCES "prospects"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Two live fields of one kind of record, and two live choices of one field, never have the same name.
CREATE UNIQUE INDEX "custom_fields_live_label" ON "custom_fields" ("record_kind", "label") WHERE archived_at IS NULL;
CREATE UNIQUE INDEX "custom_field_choices_live_label" ON "custom_field_choices" ("field_id", "label") WHERE archived_at IS NULL;

-- What lists are filtered by: the records with some value of a field, from the index alone.
CREATE INDEX "custom_values_by_number" ON "custom_values" ("field_id", "number_value", "record_id") WHERE number_value IS NOT NULL;
CREATE INDEX "custom_values_by_date" ON "custom_values" ("field_id", "date_value", "record_id") WHERE date_value IS NOT NULL;
CREATE INDEX "custom_values_by_choice" ON "custom_values" ("field_id", "choice_id", "record_id") WHERE choice_id IS NOT NULL;
CREATE INDEX "custom_values_by_yes" ON "custom_values" ("field_id", "yes_value", "record_id") WHERE yes_value IS NOT NULL;
CREATE INDEX "custom_values_by_text" ON "custom_values" ("field_id", lower(text_value), "record_id") WHERE text_value IS NOT NULL;
CREATE INDEX "custom_values_text_trigrams" ON "custom_values" USING gin (text_value gin_trgm_ops) WHERE text_value IS NOT NULL;
