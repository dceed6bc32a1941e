-- Funding sources get an order and names of their own; a second source of one name keeps it with its identifier behind.
alter table "funding_sources" add column "position" integer not null default 0;
alter table "funding_sources" alter column "name" set data type citext;
update "funding_sources" f set "name" = (f."name"::text || ' (' || f."identifier"::text || ')')::citext
  where exists (select from "funding_sources" o where o."name" = f."name" and o."id" < f."id");
update "funding_sources" f set "position" = o.place
  from (select "id", row_number() over (order by "identifier") as place from "funding_sources") o where o."id" = f."id";
create unique index "funding_sources_name_key" on "funding_sources" ("name");

create table "languages" (
  "id" uuid not null default new_id(),
  "identifier" citext not null,
  "name" citext not null,
  "position" integer not null default 0,
  "archived_at" timestamptz(3),
  constraint "languages_pkey" primary key ("id")
);
create unique index "languages_identifier_key" on "languages" ("identifier");
create unique index "languages_name_key" on "languages" ("name");

insert into "languages" ("identifier", "name", "position") values
  ('en', 'English', 1),
  ('es', 'Spanish', 2),
  ('zh', 'Mandarin Chinese', 3),
  ('yue', 'Cantonese', 4),
  ('vi', 'Vietnamese', 5),
  ('tl', 'Tagalog', 6),
  ('ko', 'Korean', 7),
  ('ja', 'Japanese', 8),
  ('ar', 'Arabic', 9),
  ('fr', 'French', 10),
  ('ht', 'Haitian Creole', 11),
  ('de', 'German', 12),
  ('pt', 'Portuguese', 13),
  ('it', 'Italian', 14),
  ('ru', 'Russian', 15),
  ('uk', 'Ukrainian', 16),
  ('pl', 'Polish', 17),
  ('hi', 'Hindi', 18),
  ('ur', 'Urdu', 19),
  ('bn', 'Bengali', 20),
  ('pa', 'Punjabi', 21),
  ('gu', 'Gujarati', 22),
  ('fa', 'Persian', 23),
  ('so', 'Somali', 24),
  ('am', 'Amharic', 25),
  ('sw', 'Swahili', 26),
  ('hmn', 'Hmong', 27),
  ('nv', 'Navajo', 28),
  ('ase', 'American Sign Language', 29);

-- What practitioners had in free words becomes entries of the list: known names are theirs, every other word a new one.
create temporary table "said" on commit drop as
  select distinct on (lower(word)) word, coalesce(known.identifier, l."identifier"::text, left(lower(word), 40)) as identifier
  from (select btrim(unnest("languages")) as word from "practitioners") words
  left join (values ('español', 'es'), ('espanol', 'es'), ('castilian', 'es'), ('inglés', 'en'), ('ingles', 'en'),
    ('chinese', 'zh'), ('mandarin', 'zh'), ('français', 'fr'), ('deutsch', 'de'), ('português', 'pt'), ('farsi', 'fa'),
    ('filipino', 'tl'), ('creole', 'ht'), ('asl', 'ase'), ('sign language', 'ase')) known (name, identifier) on known.name = lower(word)
  left join "languages" l on l."name" = word::citext or l."identifier" = word::citext
  where word <> '' order by lower(word), word;
insert into "languages" ("identifier", "name", "position")
  select distinct on (lower(identifier)) identifier, word, 100 from "said" order by lower(identifier), word
  on conflict do nothing;
update "practitioners" p set "languages" = coalesce((
  select array_agg(distinct s.identifier order by s.identifier) from unnest(p."languages") had (word)
  join "said" s on lower(s.word) = lower(btrim(had.word))), '{}')
  where p."languages" <> '{}';
insert into "languages" ("identifier", "name", "position")
  select distinct c."language", c."language", 100 from "clients" c on conflict do nothing;
