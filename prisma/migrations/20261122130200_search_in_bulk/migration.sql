-- While many rows come in the statistics are behind, and a plan kept from a small table reads the whole of a large one for
-- every client: measured 330 ms instead of 15 for 1,000 clients beside 12,000. A plan of its own costs 1 ms per statement.
ALTER FUNCTION refresh_client_search(uuid[]) SET plan_cache_mode = force_custom_plan;
ALTER FUNCTION refresh_contact_search(uuid[]) SET plan_cache_mode = force_custom_plan;

-- Removing contacts for good (undoing an import) looks for those merged into each: never without an index.
CREATE INDEX IF NOT EXISTS contacts_merged_into ON contacts (merged_into_id) WHERE merged_into_id IS NOT NULL;
