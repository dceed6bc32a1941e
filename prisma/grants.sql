-- What the role that runs the app may do. Applied after every migration; safe to repeat. "caseload_app" is replaced by
-- the role of DATABASE_URL. The app owns nothing, so it can change rows but never tables.

grant usage on schema public, graphile_worker to caseload_app;
grant select, insert, update, delete on all tables in schema public, graphile_worker to caseload_app;
grant usage, select, update on all sequences in schema public, graphile_worker to caseload_app;
grant execute on all functions in schema public, graphile_worker to caseload_app;

-- What was migrated is for the owner to say.
revoke insert, update, delete on _prisma_migrations from caseload_app;
revoke insert, update, delete on graphile_worker.migrations from caseload_app;

-- What happened is added to and read, never changed and never removed.
do $$
begin
  if to_regclass('public.history') is not null then
    revoke update, delete, truncate on public.history from caseload_app;
  end if;
  if to_regclass('public.history_seals') is not null then
    revoke update, delete, truncate on public.history_seals from caseload_app;
  end if;
end $$;

-- graphile-worker turns row security on for its tables and expects to run as their owner. A policy is made only where it
-- is missing: making one locks the table, and at a rolling restart the queue is at work.
do $$
declare
  secured record;
begin
  for secured in
    select c.relname from pg_class c
    where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and 'caseload_app'::regrole = any (p.polroles))
  loop
    execute format('drop policy if exists app_runs_jobs on graphile_worker.%I', secured.relname);
    execute format('create policy app_runs_jobs on graphile_worker.%I to caseload_app using (true) with check (true)', secured.relname);
  end loop;
end $$;
