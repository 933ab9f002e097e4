// title: Shortest paths
// question: How are X and Y connected, and by which evidence?
// parameter: entity name | where the path starts; any of its names
// parameter: other name | where it ends
// parameter: limit integer = 10 | paths at most
// columns: length, names, relations, quotes, claim_ids
// The relation types are all those of the closed list; without them a path would run through articles.
MATCH (a:Entity), (b:Entity)
WHERE toLower($entity) IN a.search AND toLower($other) IN b.search AND a.id <> b.id
WITH a, b
MATCH p = allShortestPaths((a)-[:ACCUSES|ACQUIRED|AIDS|APPOINTED|ARRESTED|ATTACKS|BASED_IN|BORN_IN|CALLS_ON|CITIZEN_OF|COMPETES_WITH|
       COOPERATES_WITH|CRITICIZES|DEFEATED|DEPLOYS_TO|DIED_IN|DISMISSED|EDUCATED_AT|FOUNDED|HEADS|HOSTED|
       INVESTS_IN|INVITED|KILLED|LEGAL_ACTION_AGAINST|LIVES_IN|LOCATED_IN|MEMBER_OF|MERGED_WITH|MET|
       NEGOTIATES_WITH|OPPOSES|OWNS|PARENT_OF|PARTICIPATED_IN|PART_OF|PRAISES|PRODUCES|SANCTIONS|SIBLING_OF|
       SIGNED_AGREEMENT_WITH|SPOKE_WITH|SPOUSE_OF|SUCCEEDS|SUPPLIES|SUPPORTS|THREATENS|VISITED|WORKS_FOR*1..6]-(b))
WITH p, [n IN nodes(p) | n.name] AS names, [r IN relationships(p) | type(r)] AS relations,
     [r IN relationships(p) | r.id] AS edges
RETURN length(p) AS length, names, relations, [r IN relationships(p) | r.quote] AS quotes,
       reduce(claims = [], r IN relationships(p) | claims + r.claims) AS claim_ids
ORDER BY length, names, relations, edges
LIMIT $limit
