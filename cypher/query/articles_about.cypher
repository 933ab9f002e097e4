// title: Articles about
// question: Which articles name X, or X and Y, and how often?
// parameter: entity name | any of its names
// parameter: other name = null | only articles that name this one as well
// parameter: from date = null | published on or after this day
// parameter: to date = null | published on or before this day
// columns: published, publisher, title, mentions, other_mentions, claims, copy_of, url, article_id
MATCH (art:Article)-[named:MENTIONS]->(e:Entity)
WHERE toLower($entity) IN e.search
  AND ($from IS NULL OR art.published >= $from)
  AND ($to IS NULL OR art.published <= $to OR art.published STARTS WITH $to)
OPTIONAL MATCH (art)-[also:MENTIONS]->(x:Entity)
WHERE toLower($other) IN x.search
WITH art, e, named, also
WHERE $other IS NULL OR also IS NOT NULL
OPTIONAL MATCH (art)-[:STATES]->(c:Claim)-[:SUBJECT|OBJECT]->(e)
WITH art, e, named, also, count(DISTINCT c) AS claims
RETURN art.published AS published, art.publisher AS publisher, art.title AS title, named.count AS mentions,
       also.count AS other_mentions, claims, art.copy_of AS copy_of, art.url AS url, art.id AS article_id
ORDER BY published, publisher, article_id, e.id
