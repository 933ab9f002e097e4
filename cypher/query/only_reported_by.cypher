// title: What an outlet alone reports
// question: What do the articles of one publisher say that no other says, affirmed or denied?
// parameter: outlet string | the publisher
// columns: subject, relation, object, polarities, modalities, articles, first_published, quote, claim_ids
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(b:Entity)
WHERE c.relation <> 'RELATED_TO'
MATCH (art:Article)-[:STATES]->(c)
WITH a, b, c, art
ORDER BY c.confidence DESC, c.first_day, c.id
WITH c.edge AS edge, c.relation AS relation, collect(a.name)[0] AS subject, collect(b.name)[0] AS object,
     collect(art.source) AS sources, collect(c.polarity) AS polarities, collect(c.modality) AS modalities,
     count(DISTINCT art) AS articles, min(art.published) AS first_published,
     collect(c.quote)[0] AS quote, collect(c.id) AS claim_ids
WHERE all(source IN sources WHERE toLower(source) = toLower($outlet))
RETURN subject, relation, object,
       reduce(seen = [], value IN polarities | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS polarities,
       reduce(seen = [], value IN modalities | CASE WHEN value IN seen THEN seen ELSE seen + value END) AS modalities,
       articles, first_published, quote, claim_ids
ORDER BY first_published, subject, relation, object, edge
