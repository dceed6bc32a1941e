-- A version that changes only the wording leaves earlier signatures standing; one that changes what is agreed asks again.
ALTER TABLE agreement_versions ADD COLUMN asks_again boolean NOT NULL DEFAULT true;

-- The numbers a signature of which counts as signed now: the current text and those before it that said the same in
-- other words, back to the one that last asked everybody.
CREATE FUNCTION agreement_numbers_in_force(of_center uuid) RETURNS int[] LANGUAGE sql STABLE PARALLEL SAFE AS $$
  select coalesce(array_agg(distinct v.number), '{}')
  from agreement_versions latest
  join agreement_versions v on v.center_id is not distinct from latest.center_id and v.number <= latest.number
  where latest.number = current_agreement_number(of_center)
    and v.number >= coalesce((select max(asked.number) from agreement_versions asked
      where asked.center_id is not distinct from latest.center_id and asked.number <= latest.number and asked.asks_again), 0)
$$;
