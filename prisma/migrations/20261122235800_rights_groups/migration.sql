-- What the roles may do is narrowed by named groups; "own center" means the centers an administrator gave an account.

CREATE TABLE "rights_groups" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "name" CITEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "default_for" "AccountRole",
    "rights" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rights_groups_pkey" PRIMARY KEY ("id")
);


CREATE TABLE "account_groups" (
    "account_id" UUID NOT NULL,
    "group_id" UUID NOT NULL,

    CONSTRAINT "account_groups_pkey" PRIMARY KEY ("account_id","group_id")
);


CREATE TABLE "account_centers" (
    "account_id" UUID NOT NULL,
    "center_id" UUID NOT NULL,

    CONSTRAINT "account_centers_pkey" PRIMARY KEY ("account_id","center_id")
);


CREATE UNIQUE INDEX "rights_groups_name_key" ON "rights_groups"("name");


CREATE UNIQUE INDEX "rights_groups_default_for_key" ON "rights_groups"("default_for");


CREATE INDEX "account_groups_group_id_idx" ON "account_groups"("group_id");


CREATE INDEX "account_centers_center_id_idx" ON "account_centers"("center_id");


ALTER TABLE "account_groups" ADD CONSTRAINT "account_groups_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;


ALTER TABLE "account_groups" ADD CONSTRAINT "account_groups_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "rights_groups"("id") ON DELETE CASCADE ON UPDATE CASCADE;


ALTER TABLE "account_centers" ADD CONSTRAINT "account_centers_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;


ALTER TABLE "account_centers" ADD CONSTRAINT "account_centers_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "centers"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "rights_groups" ADD CONSTRAINT "rights_groups_rights_are_a_matrix" CHECK (rights IS NULL OR jsonb_typeof(rights) = 'object');

-- Whoever belongs to no group has what their role always had.
INSERT INTO rights_groups (name, description, default_for) VALUES
  ('Administrators', 'Everything the role may do.', 'ADMINISTRATOR'),
  ('Staff', 'Everything the role may do.', 'STAFF'),
  ('Practitioners', 'Everything the role may do.', 'PRACTITIONER');

-- What a practitioner can do, and what they look like.
ALTER TABLE "practitioners" ADD COLUMN "skills" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN "photo_file_id" UUID;

CREATE TABLE "practitioner_services" (
    "practitioner_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,

    CONSTRAINT "practitioner_services_pkey" PRIMARY KEY ("practitioner_id","service_id")
);

CREATE INDEX "practitioner_services_service_id_idx" ON "practitioner_services"("service_id");
CREATE UNIQUE INDEX "practitioners_photo_file_id_key" ON "practitioners"("photo_file_id");
ALTER TABLE "practitioners" ADD CONSTRAINT "practitioners_photo_file_id_fkey" FOREIGN KEY ("photo_file_id") REFERENCES "stored_files"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "practitioner_services" ADD CONSTRAINT "practitioner_services_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioners"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "practitioner_services" ADD CONSTRAINT "practitioner_services_service_id_fkey" FOREIGN KEY ("service_id") REFERENCES "services"("id") ON DELETE CASCADE ON UPDATE CASCADE;
