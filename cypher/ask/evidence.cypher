// title: Evidence
// question: Which sentences, of which article, publisher and date, say so?
// parameter: claims strings | ids of claims
// columns: id, relation, subject_id, subject, subject_type, object_id, object, object_type, polarity, modality, status, attributed_to, date_start, date_end, date_precision, date_text, first_day, last_day, place, topic, product, amount, amount_value, amount_unit, duration, post, predicate, sentence, sentence_start, sentence_end, trigger, extractor, confidence, rule, edge, article_id, title, publisher, published, copy_of, source, source_id
MATCH (a:Article)-[:STATES]->(c:Claim:Kg)
WHERE c.id IN $claims
MATCH (s:Entity)<-[:SUBJECT]-(c)-[:OBJECT]->(o:Entity)
RETURN c.id AS id, c.relation AS relation,
       s.id AS subject_id, s.name AS subject, [l IN labels(s) WHERE NOT l IN ['Entity', 'Kg']][0] AS subject_type,
       o.id AS object_id, o.name AS object, [l IN labels(o) WHERE NOT l IN ['Entity', 'Kg']][0] AS object_type,
       c.polarity AS polarity, c.modality AS modality, c.status AS status, c.attributed_to AS attributed_to,
       c.date_start AS date_start, c.date_end AS date_end, c.date_precision AS date_precision,
       c.date_text AS date_text, c.first_day AS first_day, c.last_day AS last_day, c.place AS place, c.topic AS topic, c.product AS product,
       c.amount_text AS amount, c.amount_value AS amount_value, c.amount_unit AS amount_unit,
       c.duration AS duration, c.title_text AS post, c.predicate AS predicate, c.quote AS sentence,
       c.sentence_start AS sentence_start, c.sentence_end AS sentence_end, c.trigger AS trigger, c.extractor AS extractor,
       c.confidence AS confidence, c.rule AS rule, c.edge AS edge,
       a.id AS article_id, a.title AS title, a.publisher AS publisher, a.published AS published, a.copy_of AS copy_of, a.source AS source, a.source_id AS source_id
ORDER BY published, article_id, id
