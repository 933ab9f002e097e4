// title: Who says what
// question: What do the articles report as the words of X, and about whom?
// parameter: speaker name = null | who is reported to say so; any of its names
// parameter: about name = null | whom or what it is about
// columns: speakers, subject, relation, object, polarity, modality, first_day, last_day, quote, title, publisher, published, claim_ids
// A speaker stands on the claim as the article names it, so all names of an entity are looked for.
OPTIONAL MATCH (who:Entity)
WHERE toLower($speaker) IN who.search
WITH collect(who.name) AS names, collect(who.aliases) AS aliases
WITH reduce(joined = names, more IN aliases | joined + more) AS names
MATCH (a:Entity)<-[:SUBJECT]-(c:Claim)-[:OBJECT]->(b:Entity)
WHERE size(c.attributed_to) > 0
  AND ($speaker IS NULL OR any(told IN c.attributed_to WHERE told IN names OR toLower(told) = toLower($speaker)))
  AND ($about IS NULL OR toLower($about) IN a.search OR toLower($about) IN b.search)
MATCH (art:Article)-[:STATES]->(c)
WHERE art.copy_of IS NULL
RETURN c.attributed_to AS speakers, a.name AS subject, c.relation AS relation, b.name AS object,
       c.polarity AS polarity, c.modality AS modality, c.first_day AS first_day, c.last_day AS last_day,
       c.quote AS quote, art.title AS title, art.publisher AS publisher, art.published AS published,
       [c.id] AS claim_ids
ORDER BY published, subject, relation, object, c.id
