// title: Conflicts between sources
// question: Where do sources contradict each other on amount, duration, or whether it happened?
// parameter: entity name = null | only what concerns this one; any of its names
// parameter: days integer = 180 | further apart than this, two claims are taken to tell of two events
// columns: subject, relation, object, field, value, told_by, quote, claim_ids
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(b:Entity)
WHERE c.relation <> 'RELATED_TO' AND c.modality IN ['actual', 'planned']
  AND ($entity IS NULL OR toLower($entity) IN a.search OR toLower($entity) IN b.search)
MATCH (art:Article)-[:STATES]->(c)
UNWIND ['amount', 'duration', 'polarity'] AS field
// Amounts in different units cannot be compared. Whether it happened is not in dispute while it is planned.
WITH a, b, c, art, field,
     CASE field WHEN 'amount' THEN coalesce(c.amount_unit, '') ELSE '' END AS unit,
     CASE field WHEN 'amount' THEN toString(c.amount_value)
                WHEN 'duration' THEN toLower(c.duration)
                ELSE CASE c.modality WHEN 'actual' THEN c.polarity END END AS compared,
     CASE field WHEN 'amount' THEN c.amount_text WHEN 'duration' THEN c.duration ELSE c.polarity END AS value,
     [coalesce(c.first_day, '0000'),
      coalesce(toString(date(c.last_day) + duration({days: $days})), '9999')] AS time
WHERE compared IS NOT NULL AND (field = 'polarity' OR c.polarity = 'affirmed')
WITH a, b, c, art, field, unit, compared, value, time
ORDER BY art.published, c.id
// A side is one value with all who tell it.
WITH c.edge AS edge, c.relation AS relation, field, unit, compared, collect(value)[0] AS value,
     collect(a.name)[0] AS subject, collect(b.name)[0] AS object, collect(art.source) AS sources, collect(time) AS times,
     min(coalesce(art.published, '9999')) AS published, collect(c.quote)[0] AS quote, collect(c.id) AS claim_ids
ORDER BY published, value
WITH edge, relation, field, unit,
     collect({compared: compared, value: value, subject: subject, object: object, sources: sources, times: times,
              quote: quote, claims: claim_ids}) AS sides
WITH edge, relation, field, unit,
     [side IN sides WHERE any(other IN sides WHERE other.compared <> side.compared
        AND any(x IN side.times WHERE any(y IN other.times WHERE x[0] <= y[1] AND y[0] <= x[1])))] AS sides
WITH edge, relation, field, unit, sides,
     reduce(seen = [], side IN sides | seen + [source IN side.sources WHERE NOT source IN seen]) AS all_sources
WHERE size(sides) > 1 AND any(source IN all_sources WHERE source <> all_sources[0])
UNWIND range(0, size(sides) - 1) AS place
WITH edge, relation, field, unit, place, sides[0] AS first, sides[place] AS side
RETURN first.subject AS subject, relation, first.object AS object, field, side.value AS value,
       reduce(seen = [], source IN side.sources | CASE WHEN source IN seen THEN seen ELSE seen + source END) AS told_by,
       side.quote AS quote, side.claims AS claim_ids
ORDER BY subject, relation, object, edge, field, unit, place
