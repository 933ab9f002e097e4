// title: Evidence
// question: Which sentences, of which article, publisher and date, say so?
// parameter: claims strings | ids of claims, as other queries give them in claim_ids
// columns: subject, relation, object, sentence, polarity, modality, attributed_to, title, publisher, published, copy_of, article_id, claim_ids
MATCH (art:Article)-[:STATES]->(c:Claim:Kg)
WHERE c.id IN $claims
MATCH (a:Entity)<-[:SUBJECT]-(c)-[:OBJECT]->(b:Entity)
RETURN a.name AS subject, c.relation AS relation, b.name AS object, c.quote AS sentence, c.polarity AS polarity,
       c.modality AS modality, c.attributed_to AS attributed_to, art.title AS title, art.publisher AS publisher,
       art.published AS published, art.copy_of AS copy_of, art.id AS article_id, [c.id] AS claim_ids
ORDER BY published, article_id, c.id
