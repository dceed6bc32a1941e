-- The ground: every table of the first release, then what Prisma's schema language cannot say.

CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS citext;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- UUID version 7: sorts by time, so new rows land at the end of every index. PostgreSQL has its own only from 18 on.
CREATE FUNCTION new_id() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(
    set_bit(set_bit(
      overlay(uuid_send(gen_random_uuid()) PLACING substring(int8send(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6),
      52, 1), 53, 1), 'hex')::uuid
$$;

-- How text is folded wherever it is searched or compared: without case and accents.
CREATE FUNCTION fold_text(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, $1));

CREATE FUNCTION digits_of(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN regexp_replace($1, '\D', '', 'g');


-- CreateEnum
CREATE TYPE "AccountRole" AS ENUM ('ADMINISTRATOR', 'STAFF', 'PRACTITIONER');

-- CreateEnum
CREATE TYPE "AccountStatus" AS ENUM ('ACTIVE', 'INACTIVE');

-- CreateEnum
CREATE TYPE "OneTimeLinkPurpose" AS ENUM ('SET_PASSWORD');

-- CreateEnum
CREATE TYPE "SignatureMethod" AS ENUM ('ELECTRONIC', 'PAPER', 'IMPORTED');

-- CreateEnum
CREATE TYPE "ClientKind" AS ENUM ('PRE_CLIENT', 'CLIENT');

-- CreateEnum
CREATE TYPE "PreClientPurpose" AS ENUM ('LEAD', 'RESOURCE_ORGANISATION');

-- CreateEnum
CREATE TYPE "ClientStanding" AS ENUM ('ACTIVE', 'INACTIVE', 'PROSPECT');

-- CreateEnum
CREATE TYPE "MailingStatus" AS ENUM ('DRAFT', 'HELD', 'SENDING', 'STOPPED', 'SENT');

-- CreateEnum
CREATE TYPE "RecipientState" AS ENUM ('READY', 'SKIPPED', 'QUEUED', 'SENT', 'FAILED', 'STOPPED');

-- CreateEnum
CREATE TYPE "OperationStatus" AS ENUM ('DRAFT', 'PLANNING', 'PLANNED', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE', 'FAILED');

-- CreateEnum
CREATE TYPE "OutboxState" AS ENUM ('PENDING', 'SENDING', 'SENT', 'FAILED', 'PARKED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "PractitionerStatus" AS ENUM ('ACTIVE', 'INACTIVE');

-- CreateEnum
CREATE TYPE "SessionStatus" AS ENUM ('REQUESTED', 'BOOKED', 'HELD', 'CANCELLED', 'NO_SHOW');

-- CreateEnum
CREATE TYPE "TaskPriority" AS ENUM ('LOW', 'NORMAL', 'HIGH');

-- CreateEnum
CREATE TYPE "TrainingEventAudience" AS ENUM ('PUBLIC', 'CLIENTS');

-- CreateEnum
CREATE TYPE "TrainingEventStatus" AS ENUM ('DRAFT', 'PUBLISHED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "RegistrationStatus" AS ENUM ('CONFIRMED', 'WAITING', 'CANCELLED');

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "email" CITEXT NOT NULL,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "role" "AccountRole" NOT NULL,
    "status" "AccountStatus" NOT NULL DEFAULT 'ACTIVE',
    "language" TEXT NOT NULL DEFAULT 'en',
    "password_hash" TEXT,
    "totp_secret" TEXT,
    "totp_confirmed_at" TIMESTAMPTZ(3),
    "totp_last_step" BIGINT,
    "last_sign_in_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "account_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_ins" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "token_hash" TEXT NOT NULL,
    "account_id" UUID,
    "portal_login_id" UUID,
    "must_set_password" BOOLEAN NOT NULL DEFAULT false,
    "awaits_second_factor" BOOLEAN NOT NULL DEFAULT false,
    "admin_mode_until" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "ip" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "sign_ins_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_links" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "token_hash" TEXT NOT NULL,
    "purpose" "OneTimeLinkPurpose" NOT NULL,
    "account_id" UUID,
    "portal_login_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agreement_versions" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "number" INTEGER NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "text_sha256" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agreement_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signatures" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "client_id" UUID NOT NULL,
    "contact_id" UUID,
    "agreement_version_id" UUID,
    "method" "SignatureMethod" NOT NULL,
    "signer_name" TEXT NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_on" DATE NOT NULL,
    "text_sha256" TEXT,
    "drawing_file_id" UUID,
    "pdf_file_id" UUID,
    "pdf_sha256" TEXT,
    "ip" TEXT,
    "user_agent" TEXT,
    "verification_code" TEXT NOT NULL,
    "voided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "signatures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "centers" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "name" CITEXT NOT NULL,
    "address_line1" TEXT,
    "address_line2" TEXT,
    "city" TEXT,
    "state" TEXT,
    "postal_code" TEXT,
    "country" TEXT NOT NULL DEFAULT 'US',
    "phone" TEXT,
    "email" CITEXT,
    "website" TEXT,
    "time_zone" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "centers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "client_statuses" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "name" CITEXT NOT NULL,
    "standing" "ClientStanding" NOT NULL,
    "blocks_sessions" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "client_statuses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clients" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "number" TEXT NOT NULL,
    "kind" "ClientKind" NOT NULL DEFAULT 'CLIENT',
    "purpose" "PreClientPurpose",
    "name" TEXT NOT NULL,
    "legal_name" TEXT,
    "is_person" BOOLEAN NOT NULL DEFAULT false,
    "status_id" UUID NOT NULL,
    "center_id" UUID NOT NULL,
    "practitioner_id" UUID,
    "address_line1" TEXT,
    "address_line2" TEXT,
    "city" TEXT,
    "state" TEXT,
    "postal_code" TEXT,
    "country" TEXT NOT NULL DEFAULT 'US',
    "phone" TEXT,
    "email" CITEXT,
    "website" TEXT,
    "naics" TEXT,
    "industry" TEXT,
    "employee_count" INTEGER,
    "language" TEXT NOT NULL DEFAULT 'en',
    "started_on" DATE,
    "signed_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "client_practitioners" (
    "client_id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,
    "assigned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "client_practitioners_pkey" PRIMARY KEY ("client_id","practitioner_id")
);

-- CreateTable
CREATE TABLE "contacts" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "email" CITEXT,
    "phone" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "do_not_mail" BOOLEAN NOT NULL DEFAULT false,
    "portal_allowed" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "deleted_at" TIMESTAMPTZ(3),
    "merged_into_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contacts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact_emails" (
    "contact_id" UUID NOT NULL,
    "email" CITEXT NOT NULL,

    CONSTRAINT "contact_emails_pkey" PRIMARY KEY ("contact_id","email")
);

-- CreateTable
CREATE TABLE "relationships" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "client_id" UUID NOT NULL,
    "contact_id" UUID NOT NULL,
    "title" TEXT,
    "is_owner" BOOLEAN NOT NULL DEFAULT false,
    "is_primary" BOOLEAN NOT NULL DEFAULT false,
    "is_guardian" BOOLEAN NOT NULL DEFAULT false,
    "is_supervisor" BOOLEAN NOT NULL DEFAULT false,
    "is_accounts_payable" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE,
    "valid_to" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "relationships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "not_duplicates" (
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "not_duplicates_pkey" PRIMARY KEY ("first_id","second_id")
);

-- CreateTable
CREATE TABLE "saved_filters" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "query" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_filters_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_files" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "operation_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "delimiter" TEXT NOT NULL,
    "headers" JSONB NOT NULL,
    "header_hash" TEXT NOT NULL,
    "row_count" INTEGER NOT NULL,
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "answers" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "import_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_mappings" (
    "kind" TEXT NOT NULL,
    "header_hash" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mappings_pkey" PRIMARY KEY ("kind","header_hash")
);

-- CreateTable
CREATE TABLE "email_templates" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "system_key" TEXT,
    "record_type" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "archived_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "email_templates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mailings" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "status" "MailingStatus" NOT NULL DEFAULT 'DRAFT',
    "template_id" UUID,
    "subject" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "audience" TEXT NOT NULL DEFAULT 'primary',
    "copy_to_sender" BOOLEAN NOT NULL DEFAULT false,
    "log_in_stream" BOOLEAN NOT NULL DEFAULT true,
    "sender_id" UUID NOT NULL,
    "selection" JSONB NOT NULL,
    "held_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mailings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mailing_recipients" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "mailing_id" UUID NOT NULL,
    "client_id" UUID,
    "contact_id" UUID,
    "email" CITEXT,
    "name" TEXT NOT NULL,
    "state" "RecipientState" NOT NULL,
    "reason" TEXT,
    "outbox_id" UUID,
    "position" INTEGER NOT NULL,

    CONSTRAINT "mailing_recipients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unsubscribes" (
    "email" CITEXT NOT NULL,
    "mailing_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "unsubscribes_pkey" PRIMARY KEY ("email")
);

-- CreateTable
CREATE TABLE "history" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID,
    "data" JSONB NOT NULL,
    "operation_id" UUID,
    "request_id" TEXT,
    "ip" TEXT,

    CONSTRAINT "history_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stream_entries" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "at" TIMESTAMPTZ(3) NOT NULL,
    "client_id" UUID,
    "is_leading" BOOLEAN NOT NULL DEFAULT true,
    "kind" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID,
    "actor_name" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "history_id" UUID,

    CONSTRAINT "stream_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operations" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "kind" TEXT NOT NULL,
    "status" "OperationStatus" NOT NULL,
    "title" TEXT NOT NULL,
    "account_id" UUID,
    "input" JSONB NOT NULL,
    "progress" JSONB NOT NULL DEFAULT '{}',
    "problem" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "undo_until" TIMESTAMPTZ(3),

    CONSTRAINT "operations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "operation_rows" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "operation_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "reasons" JSONB NOT NULL DEFAULT '[]',
    "source" JSONB,
    "subject_kind" TEXT,
    "subject_id" UUID,
    "before" JSONB,
    "after" JSONB,
    "applied_at" TIMESTAMPTZ(3),
    "undo" TEXT,

    CONSTRAINT "operation_rows_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_files" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_mails" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "source" TEXT NOT NULL,
    "to_email" TEXT NOT NULL,
    "to_name" TEXT,
    "from_name" TEXT NOT NULL,
    "reply_to" TEXT,
    "subject" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "headers" JSONB NOT NULL DEFAULT '{}',
    "attachments" JSONB NOT NULL DEFAULT '[]',
    "priority" SMALLINT NOT NULL DEFAULT 5,
    "state" "OutboxState" NOT NULL DEFAULT 'PENDING',
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "batch_id" UUID,
    "provider_id" TEXT,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_batches" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "lease_until" TIMESTAMPTZ(3) NOT NULL,
    "first_attempt_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "priority" SMALLINT NOT NULL DEFAULT 5,

    CONSTRAINT "outbox_batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "window_ends" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "portal_logins" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "contact_id" UUID NOT NULL,
    "username" CITEXT,
    "password_hash" TEXT,
    "temporary_until" TIMESTAMPTZ(3),
    "vouched_at" TIMESTAMPTZ(3),
    "last_sign_in_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "portal_logins_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passcodes" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "browser_hash" TEXT NOT NULL,
    "address_hash" TEXT NOT NULL,
    "typed_address" TEXT,
    "code_hash" TEXT,
    "contact_id" UUID,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "granted_until" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "passcodes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "practitioners" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "email" CITEXT,
    "phone" TEXT,
    "title" TEXT,
    "center_id" UUID,
    "account_id" UUID,
    "status" "PractitionerStatus" NOT NULL DEFAULT 'ACTIVE',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "practitioners_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "status" "SessionStatus" NOT NULL DEFAULT 'HELD',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "center_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "area" TEXT,
    "notes" TEXT,
    "import_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session_practitioners" (
    "session_id" UUID NOT NULL,
    "practitioner_id" UUID NOT NULL,

    CONSTRAINT "session_practitioners_pkey" PRIMARY KEY ("session_id","practitioner_id")
);

-- CreateTable
CREATE TABLE "attendances" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "session_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "reportable" BOOLEAN NOT NULL DEFAULT true,
    "funding_source_id" UUID,
    "no_show" BOOLEAN NOT NULL DEFAULT false,
    "contact_minutes" INTEGER NOT NULL DEFAULT 0,
    "prep_minutes" INTEGER NOT NULL DEFAULT 0,
    "travel_minutes" INTEGER NOT NULL DEFAULT 0,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendances_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "availability_schedules" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "client_id" UUID NOT NULL,
    "label" TEXT,
    "time_zone" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "availability_schedules_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "availability_intervals" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "schedule_id" UUID NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "start_minute" SMALLINT NOT NULL,
    "end_minute" SMALLINT NOT NULL,

    CONSTRAINT "availability_intervals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_entries" (
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "search_entries_pkey" PRIMARY KEY ("subject_kind","subject_id")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "funding_sources" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "identifier" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "archived_at" TIMESTAMPTZ(3),

    CONSTRAINT "funding_sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tasks" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "subject" TEXT NOT NULL,
    "details" TEXT,
    "priority" "TaskPriority" NOT NULL DEFAULT 'NORMAL',
    "due_on" DATE,
    "assignee_id" UUID,
    "subject_kind" TEXT,
    "subject_id" UUID,
    "dedupe_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "tasks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_events" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "center_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "location" TEXT,
    "online_url" TEXT,
    "capacity" INTEGER,
    "seats_taken" INTEGER NOT NULL DEFAULT 0,
    "registration_closes_at" TIMESTAMPTZ(3),
    "audience" "TrainingEventAudience" NOT NULL DEFAULT 'CLIENTS',
    "status" "TrainingEventStatus" NOT NULL DEFAULT 'DRAFT',
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "training_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registrations" (
    "id" UUID NOT NULL DEFAULT new_id(),
    "event_id" UUID NOT NULL,
    "contact_id" UUID,
    "client_id" UUID,
    "name" TEXT NOT NULL,
    "email" CITEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "status" "RegistrationStatus" NOT NULL,
    "place" BIGSERIAL NOT NULL,
    "token_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "registrations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "accounts_email_key" ON "accounts"("email");

-- CreateIndex
CREATE INDEX "recovery_codes_account_id_idx" ON "recovery_codes"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_ins_token_hash_key" ON "sign_ins"("token_hash");

-- CreateIndex
CREATE INDEX "sign_ins_account_id_created_at_idx" ON "sign_ins"("account_id", "created_at");

-- CreateIndex
CREATE INDEX "sign_ins_portal_login_id_created_at_idx" ON "sign_ins"("portal_login_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_links_token_hash_key" ON "one_time_links"("token_hash");

-- CreateIndex
CREATE INDEX "one_time_links_account_id_idx" ON "one_time_links"("account_id");

-- CreateIndex
CREATE INDEX "one_time_links_portal_login_id_idx" ON "one_time_links"("portal_login_id");

-- CreateIndex
CREATE UNIQUE INDEX "agreement_versions_number_language_key" ON "agreement_versions"("number", "language");

-- CreateIndex
CREATE UNIQUE INDEX "signatures_verification_code_key" ON "signatures"("verification_code");

-- CreateIndex
CREATE INDEX "signatures_client_id_signed_at_idx" ON "signatures"("client_id", "signed_at");

-- CreateIndex
CREATE INDEX "signatures_contact_id_idx" ON "signatures"("contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "centers_name_key" ON "centers"("name");

-- CreateIndex
CREATE UNIQUE INDEX "client_statuses_name_key" ON "client_statuses"("name");

-- CreateIndex
CREATE UNIQUE INDEX "clients_number_key" ON "clients"("number");

-- CreateIndex
CREATE INDEX "clients_center_id_kind_idx" ON "clients"("center_id", "kind");

-- CreateIndex
CREATE INDEX "clients_practitioner_id_idx" ON "clients"("practitioner_id");

-- CreateIndex
CREATE INDEX "clients_status_id_idx" ON "clients"("status_id");

-- CreateIndex
CREATE INDEX "client_practitioners_practitioner_id_client_id_idx" ON "client_practitioners"("practitioner_id", "client_id");

-- CreateIndex
CREATE INDEX "contacts_email_idx" ON "contacts"("email");

-- CreateIndex
CREATE INDEX "contacts_phone_idx" ON "contacts"("phone");

-- CreateIndex
CREATE INDEX "contacts_last_name_first_name_idx" ON "contacts"("last_name", "first_name");

-- CreateIndex
CREATE INDEX "contact_emails_email_idx" ON "contact_emails"("email");

-- CreateIndex
CREATE INDEX "relationships_contact_id_idx" ON "relationships"("contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "relationships_client_id_contact_id_key" ON "relationships"("client_id", "contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_filters_list_owner_id_name_key" ON "saved_filters"("list", "owner_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "import_files_operation_id_key" ON "import_files"("operation_id");

-- CreateIndex
CREATE UNIQUE INDEX "email_templates_system_key_language_key" ON "email_templates"("system_key", "language");

-- CreateIndex
CREATE INDEX "mailings_created_at_idx" ON "mailings"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "mailing_recipients_outbox_id_key" ON "mailing_recipients"("outbox_id");

-- CreateIndex
CREATE INDEX "mailing_recipients_mailing_id_state_position_idx" ON "mailing_recipients"("mailing_id", "state", "position");

-- CreateIndex
CREATE INDEX "mailing_recipients_client_id_idx" ON "mailing_recipients"("client_id");

-- CreateIndex
CREATE INDEX "mailing_recipients_contact_id_idx" ON "mailing_recipients"("contact_id");

-- CreateIndex
CREATE INDEX "history_subject_kind_subject_id_at_idx" ON "history"("subject_kind", "subject_id", "at");

-- CreateIndex
CREATE INDEX "history_at_idx" ON "history"("at");

-- CreateIndex
CREATE INDEX "history_operation_id_idx" ON "history"("operation_id");

-- CreateIndex
CREATE INDEX "stream_entries_client_id_at_id_idx" ON "stream_entries"("client_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "stream_entries_subject_kind_subject_id_idx" ON "stream_entries"("subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "stream_entries_history_id_idx" ON "stream_entries"("history_id");

-- CreateIndex
CREATE INDEX "operations_kind_created_at_idx" ON "operations"("kind", "created_at");

-- CreateIndex
CREATE INDEX "operation_rows_operation_id_position_idx" ON "operation_rows"("operation_id", "position");

-- CreateIndex
CREATE INDEX "operation_rows_operation_id_outcome_position_idx" ON "operation_rows"("operation_id", "outcome", "position");

-- CreateIndex
CREATE INDEX "operation_rows_subject_kind_subject_id_idx" ON "operation_rows"("subject_kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "stored_files_key_key" ON "stored_files"("key");

-- CreateIndex
CREATE INDEX "outbox_mails_batch_id_idx" ON "outbox_mails"("batch_id");

-- CreateIndex
CREATE UNIQUE INDEX "outbox_mails_source_to_email_key" ON "outbox_mails"("source", "to_email");

-- CreateIndex
CREATE UNIQUE INDEX "portal_logins_contact_id_key" ON "portal_logins"("contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "portal_logins_username_key" ON "portal_logins"("username");

-- CreateIndex
CREATE UNIQUE INDEX "passcodes_browser_hash_key" ON "passcodes"("browser_hash");

-- CreateIndex
CREATE INDEX "passcodes_address_hash_created_at_idx" ON "passcodes"("address_hash", "created_at");

-- CreateIndex
CREATE INDEX "passcodes_contact_id_idx" ON "passcodes"("contact_id");

-- CreateIndex
CREATE UNIQUE INDEX "practitioners_account_id_key" ON "practitioners"("account_id");

-- CreateIndex
CREATE INDEX "practitioners_last_name_first_name_idx" ON "practitioners"("last_name", "first_name");

-- CreateIndex
CREATE INDEX "practitioners_center_id_idx" ON "practitioners"("center_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_import_key_key" ON "sessions"("import_key");

-- CreateIndex
CREATE INDEX "sessions_starts_at_idx" ON "sessions"("starts_at");

-- CreateIndex
CREATE INDEX "sessions_center_id_starts_at_idx" ON "sessions"("center_id", "starts_at");

-- CreateIndex
CREATE INDEX "session_practitioners_practitioner_id_idx" ON "session_practitioners"("practitioner_id");

-- CreateIndex
CREATE INDEX "attendances_client_id_starts_at_idx" ON "attendances"("client_id", "starts_at");

-- CreateIndex
CREATE INDEX "attendances_funding_source_id_idx" ON "attendances"("funding_source_id");

-- CreateIndex
CREATE UNIQUE INDEX "attendances_session_id_client_id_key" ON "attendances"("session_id", "client_id");

-- CreateIndex
CREATE INDEX "availability_schedules_client_id_idx" ON "availability_schedules"("client_id");

-- CreateIndex
CREATE INDEX "availability_intervals_schedule_id_weekday_idx" ON "availability_intervals"("schedule_id", "weekday");

-- CreateIndex
CREATE UNIQUE INDEX "funding_sources_identifier_key" ON "funding_sources"("identifier");

-- CreateIndex
CREATE INDEX "tasks_assignee_id_done_at_due_on_idx" ON "tasks"("assignee_id", "done_at", "due_on");

-- CreateIndex
CREATE INDEX "tasks_subject_kind_subject_id_idx" ON "tasks"("subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "training_events_starts_at_idx" ON "training_events"("starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "registrations_token_hash_key" ON "registrations"("token_hash");

-- CreateIndex
CREATE INDEX "registrations_event_id_status_place_idx" ON "registrations"("event_id", "status", "place");

-- CreateIndex
CREATE INDEX "registrations_contact_id_idx" ON "registrations"("contact_id");

-- CreateIndex
CREATE INDEX "registrations_client_id_idx" ON "registrations"("client_id");

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_ins" ADD CONSTRAINT "sign_ins_portal_login_id_fkey" FOREIGN KEY ("portal_login_id") REFERENCES "portal_logins"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_portal_login_id_fkey" FOREIGN KEY ("portal_login_id") REFERENCES "portal_logins"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_agreement_version_id_fkey" FOREIGN KEY ("agreement_version_id") REFERENCES "agreement_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clients" ADD CONSTRAINT "clients_status_id_fkey" FOREIGN KEY ("status_id") REFERENCES "client_statuses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clients" ADD CONSTRAINT "clients_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "centers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clients" ADD CONSTRAINT "clients_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioners"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client_practitioners" ADD CONSTRAINT "client_practitioners_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "client_practitioners" ADD CONSTRAINT "client_practitioners_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioners"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_emails" ADD CONSTRAINT "contact_emails_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relationships" ADD CONSTRAINT "relationships_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "relationships" ADD CONSTRAINT "relationships_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "email_templates"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailings" ADD CONSTRAINT "mailings_sender_id_fkey" FOREIGN KEY ("sender_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailing_recipients" ADD CONSTRAINT "mailing_recipients_mailing_id_fkey" FOREIGN KEY ("mailing_id") REFERENCES "mailings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailing_recipients" ADD CONSTRAINT "mailing_recipients_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailing_recipients" ADD CONSTRAINT "mailing_recipients_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stream_entries" ADD CONSTRAINT "stream_entries_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operations" ADD CONSTRAINT "operations_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "operation_rows" ADD CONSTRAINT "operation_rows_operation_id_fkey" FOREIGN KEY ("operation_id") REFERENCES "operations"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_mails" ADD CONSTRAINT "outbox_mails_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "outbox_batches"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portal_logins" ADD CONSTRAINT "portal_logins_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practitioners" ADD CONSTRAINT "practitioners_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "centers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "practitioners" ADD CONSTRAINT "practitioners_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "centers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_practitioners" ADD CONSTRAINT "session_practitioners_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session_practitioners" ADD CONSTRAINT "session_practitioners_practitioner_id_fkey" FOREIGN KEY ("practitioner_id") REFERENCES "practitioners"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_funding_source_id_fkey" FOREIGN KEY ("funding_source_id") REFERENCES "funding_sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability_schedules" ADD CONSTRAINT "availability_schedules_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "availability_intervals" ADD CONSTRAINT "availability_intervals_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "availability_schedules"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "accounts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_events" ADD CONSTRAINT "training_events_center_id_fkey" FOREIGN KEY ("center_id") REFERENCES "centers"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "training_events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contacts"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registrations" ADD CONSTRAINT "registrations_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "clients"("id") ON DELETE SET NULL ON UPDATE CASCADE;


-- ---------------------------------------------------------------------------------------------------------------------
-- Invariants
-- ---------------------------------------------------------------------------------------------------------------------

CREATE SEQUENCE client_number_seq START 1001;

ALTER TABLE clients ADD CONSTRAINT clients_number_tells_kind CHECK ((kind = 'PRE_CLIENT') = (left(number, 1) = '@'));
ALTER TABLE clients ADD CONSTRAINT clients_purpose_of_pre_clients CHECK (purpose IS NULL OR kind = 'PRE_CLIENT');
ALTER TABLE contacts ADD CONSTRAINT contacts_email_trimmed CHECK (email = btrim(email::text)::citext AND email <> '');
ALTER TABLE sign_ins ADD CONSTRAINT sign_ins_one_person CHECK (num_nonnulls(account_id, portal_login_id) = 1);
ALTER TABLE one_time_links ADD CONSTRAINT one_time_links_one_person CHECK (num_nonnulls(account_id, portal_login_id) = 1);
ALTER TABLE sessions ADD CONSTRAINT sessions_end_after_start CHECK (ends_at >= starts_at);
ALTER TABLE attendances ADD CONSTRAINT attendances_minutes CHECK (contact_minutes >= 0 AND prep_minutes >= 0 AND travel_minutes >= 0);
ALTER TABLE training_events ADD CONSTRAINT training_events_end_after_start CHECK (ends_at > starts_at);
ALTER TABLE training_events ADD CONSTRAINT training_events_seats CHECK (seats_taken >= 0 AND (capacity IS NULL OR seats_taken <= capacity));
ALTER TABLE training_events ADD CONSTRAINT training_events_capacity CHECK (capacity IS NULL OR capacity > 0);
ALTER TABLE availability_intervals ADD CONSTRAINT availability_intervals_within_a_day
  CHECK (weekday BETWEEN 1 AND 7 AND start_minute >= 0 AND end_minute <= 1440 AND start_minute < end_minute);
ALTER TABLE availability_intervals ADD CONSTRAINT availability_intervals_apart
  EXCLUDE USING gist (schedule_id WITH =, weekday WITH =, int4range(start_minute, end_minute) WITH &&);
ALTER TABLE not_duplicates ADD CONSTRAINT not_duplicates_ordered CHECK (first_id < second_id);

CREATE UNIQUE INDEX relationships_one_primary ON relationships (client_id) WHERE is_primary;
CREATE UNIQUE INDEX availability_schedules_one_default ON availability_schedules (client_id) WHERE label IS NULL;
CREATE UNIQUE INDEX signatures_one_per_version ON signatures (client_id, agreement_version_id)
  WHERE voided_at IS NULL AND agreement_version_id IS NOT NULL;
CREATE UNIQUE INDEX registrations_one_per_contact ON registrations (event_id, contact_id)
  WHERE status <> 'CANCELLED' AND contact_id IS NOT NULL;
CREATE UNIQUE INDEX registrations_one_per_address ON registrations (event_id, email)
  WHERE status <> 'CANCELLED' AND contact_id IS NULL;
CREATE UNIQUE INDEX tasks_one_open_per_key ON tasks (dedupe_key) WHERE done_at IS NULL;
-- Each person is in a mailing once, whatever the number of clients they belong to.
CREATE UNIQUE INDEX mailing_recipients_one_per_address ON mailing_recipients (mailing_id, email) WHERE state <> 'SKIPPED';

-- ---------------------------------------------------------------------------------------------------------------------
-- Indexes of the hot paths
-- ---------------------------------------------------------------------------------------------------------------------

CREATE INDEX clients_by_name ON clients (fold_text(name), id) WHERE deleted_at IS NULL;
CREATE INDEX clients_by_center_and_name ON clients (center_id, fold_text(name), id) WHERE deleted_at IS NULL;
CREATE INDEX clients_by_number ON clients (length(number), number, id) WHERE deleted_at IS NULL;
CREATE INDEX clients_by_start ON clients (started_on, id) WHERE deleted_at IS NULL;
CREATE INDEX contacts_by_name ON contacts (fold_text(last_name), fold_text(first_name), id) WHERE deleted_at IS NULL;
CREATE INDEX contacts_live_email ON contacts (email) WHERE deleted_at IS NULL;
CREATE INDEX stream_entries_newest ON stream_entries (at DESC, id DESC) WHERE is_leading;
CREATE INDEX search_entries_fragments ON search_entries USING gin (text gin_trgm_ops);
CREATE INDEX outbox_mails_waiting ON outbox_mails (priority, not_before, id) WHERE state = 'PENDING' AND batch_id IS NULL;
CREATE INDEX outbox_mails_by_source ON outbox_mails (source, state);
CREATE INDEX outbox_batches_open ON outbox_batches (priority, next_attempt_at) WHERE finished_at IS NULL;
CREATE INDEX tasks_open ON tasks (due_on, id) WHERE done_at IS NULL;
CREATE INDEX mailings_moving ON mailings (status) WHERE status IN ('HELD', 'SENDING');

-- ---------------------------------------------------------------------------------------------------------------------
-- Sessions with pre-clients are never reportable, whoever writes them
-- ---------------------------------------------------------------------------------------------------------------------

CREATE FUNCTION attendances_before_write() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT s.starts_at INTO STRICT NEW.starts_at FROM sessions s WHERE s.id = NEW.session_id;
  IF NEW.reportable AND (SELECT c.kind = 'PRE_CLIENT' FROM clients c WHERE c.id = NEW.client_id) THEN
    IF TG_OP = 'UPDATE' AND NOT OLD.reportable THEN
      RAISE EXCEPTION 'a session with a pre-client cannot be made reportable' USING ERRCODE = 'check_violation', CONSTRAINT = 'attendances_pre_client_not_reportable';
    END IF;
    NEW.reportable := false;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER attendances_before_write BEFORE INSERT OR UPDATE ON attendances
  FOR EACH ROW EXECUTE FUNCTION attendances_before_write();

CREATE FUNCTION sessions_move_attendances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE attendances SET starts_at = NEW.starts_at WHERE session_id = NEW.id;
  RETURN NULL;
END $$;

CREATE TRIGGER sessions_move_attendances AFTER UPDATE OF starts_at ON sessions
  FOR EACH ROW WHEN (OLD.starts_at IS DISTINCT FROM NEW.starts_at) EXECUTE FUNCTION sessions_move_attendances();

-- ---------------------------------------------------------------------------------------------------------------------
-- Search entries follow clients, contacts and relationships. Statement-level, so that an import of 50,000 rows pays once.
-- ---------------------------------------------------------------------------------------------------------------------

CREATE FUNCTION refresh_contact_search(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM search_entries WHERE subject_kind = 'contact' AND subject_id = ANY (ids)
    AND NOT EXISTS (SELECT 1 FROM contacts c WHERE c.id = subject_id AND c.deleted_at IS NULL);
  INSERT INTO search_entries (subject_kind, subject_id, text)
  SELECT 'contact', c.id, fold_text(concat_ws(' ', c.first_name, c.last_name, c.email::text, digits_of(c.phone),
    (SELECT string_agg(e.email::text, ' ') FROM contact_emails e WHERE e.contact_id = c.id)))
  FROM contacts c WHERE c.id = ANY (ids) AND c.deleted_at IS NULL
  ON CONFLICT (subject_kind, subject_id) DO UPDATE SET text = excluded.text WHERE search_entries.text <> excluded.text;
$$;

CREATE FUNCTION refresh_client_search(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM search_entries WHERE subject_kind = 'client' AND subject_id = ANY (ids)
    AND NOT EXISTS (SELECT 1 FROM clients c WHERE c.id = subject_id AND c.deleted_at IS NULL);
  INSERT INTO search_entries (subject_kind, subject_id, text)
  SELECT 'client', c.id, fold_text(concat_ws(' ', c.name, c.legal_name, c.number, c.email::text, digits_of(c.phone), people.text))
  FROM clients c
  LEFT JOIN LATERAL (
    SELECT string_agg(concat_ws(' ', p.first_name, p.last_name, p.email::text, digits_of(p.phone)), ' ') AS text
    FROM relationships r JOIN contacts p ON p.id = r.contact_id AND p.deleted_at IS NULL
    WHERE r.client_id = c.id
  ) people ON true
  WHERE c.id = ANY (ids) AND c.deleted_at IS NULL
  ON CONFLICT (subject_kind, subject_id) DO UPDATE SET text = excluded.text WHERE search_entries.text <> excluded.text;
$$;

CREATE FUNCTION clients_search_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM refresh_client_search((SELECT array_agg(id) FROM new_rows));
  ELSE
    PERFORM refresh_client_search((SELECT array_agg(n.id) FROM new_rows n JOIN old_rows o ON o.id = n.id
      WHERE (n.name, n.legal_name, n.number, n.email, n.phone, n.deleted_at) IS DISTINCT FROM (o.name, o.legal_name, o.number, o.email, o.phone, o.deleted_at)));
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER clients_search_inserted AFTER INSERT ON clients REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION clients_search_changed();
CREATE TRIGGER clients_search_updated AFTER UPDATE ON clients REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION clients_search_changed();

CREATE FUNCTION contacts_search_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE ids uuid[];
BEGIN
  IF TG_OP = 'INSERT' THEN
    ids := (SELECT array_agg(id) FROM new_rows);
  ELSE
    ids := (SELECT array_agg(n.id) FROM new_rows n JOIN old_rows o ON o.id = n.id
      WHERE (n.first_name, n.last_name, n.email, n.phone, n.deleted_at) IS DISTINCT FROM (o.first_name, o.last_name, o.email, o.phone, o.deleted_at));
  END IF;
  PERFORM refresh_contact_search(ids);
  IF TG_OP = 'UPDATE' THEN
    PERFORM refresh_client_search((SELECT array_agg(DISTINCT client_id) FROM relationships WHERE contact_id = ANY (ids)));
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER contacts_search_inserted AFTER INSERT ON contacts REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION contacts_search_changed();
CREATE TRIGGER contacts_search_updated AFTER UPDATE ON contacts REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION contacts_search_changed();

CREATE FUNCTION relationships_search_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM refresh_client_search((SELECT array_agg(DISTINCT client_id) FROM old_rows));
  ELSIF TG_OP = 'INSERT' THEN
    PERFORM refresh_client_search((SELECT array_agg(DISTINCT client_id) FROM new_rows));
  ELSE
    PERFORM refresh_client_search((SELECT array_agg(DISTINCT n.client_id) FROM new_rows n JOIN old_rows o ON o.id = n.id
      WHERE o.contact_id <> n.contact_id OR o.client_id <> n.client_id));
    PERFORM refresh_client_search((SELECT array_agg(DISTINCT o.client_id) FROM new_rows n JOIN old_rows o ON o.id = n.id
      WHERE o.client_id <> n.client_id));
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER relationships_search_inserted AFTER INSERT ON relationships REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION relationships_search_changed();
CREATE TRIGGER relationships_search_updated AFTER UPDATE ON relationships REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION relationships_search_changed();
CREATE TRIGGER relationships_search_deleted AFTER DELETE ON relationships REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION relationships_search_changed();

CREATE FUNCTION contact_emails_search_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM refresh_contact_search((SELECT array_agg(DISTINCT contact_id) FROM changed_rows));
  RETURN NULL;
END $$;

CREATE TRIGGER contact_emails_search_inserted AFTER INSERT ON contact_emails REFERENCING NEW TABLE AS changed_rows
  FOR EACH STATEMENT EXECUTE FUNCTION contact_emails_search_changed();
CREATE TRIGGER contact_emails_search_deleted AFTER DELETE ON contact_emails REFERENCING OLD TABLE AS changed_rows
  FOR EACH STATEMENT EXECUTE FUNCTION contact_emails_search_changed();

-- Exactly three standings exist; every installation starts with one status of each.
INSERT INTO client_statuses (name, standing, position) VALUES ('Active', 'ACTIVE', 1), ('Inactive', 'INACTIVE', 2), ('Prospect', 'PROSPECT', 3);
