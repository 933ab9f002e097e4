// title: Article nodes are found by id without naming the label Kg, as people write it
CREATE INDEX kg_article_id IF NOT EXISTS FOR (n:Article) ON (n.id)
