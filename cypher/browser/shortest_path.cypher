// title: How two are connected
// question: By which typed edges is X connected with Y?
// parameter: entity name | where the path starts; any of its names
// parameter: other name | where it ends
// columns: p
MATCH (a:Entity), (b:Entity)
WHERE toLower($entity) IN a.search AND toLower($other) IN b.search AND a.id <> b.id
WITH a, b
MATCH p = allShortestPaths((a)-[:ACCUSES|ACQUIRED|AIDS|APPOINTED|ARRESTED|ATTACKS|BASED_IN|BORN_IN|CALLS_ON|CITIZEN_OF|COMPETES_WITH|
       COOPERATES_WITH|CRITICIZES|DEFEATED|DEPLOYS_TO|DIED_IN|DISMISSED|EDUCATED_AT|FOUNDED|HEADS|HOSTED|
       INVESTS_IN|INVITED|KILLED|LEGAL_ACTION_AGAINST|LIVES_IN|LOCATED_IN|MEMBER_OF|MERGED_WITH|MET|
       NEGOTIATES_WITH|OPPOSES|OWNS|PARENT_OF|PARTICIPATED_IN|PART_OF|PRAISES|PRODUCES|SANCTIONS|SIBLING_OF|
       SIGNED_AGREEMENT_WITH|SPOKE_WITH|SPOUSE_OF|SUCCEEDS|SUPPLIES|SUPPORTS|THREATENS|VISITED|WORKS_FOR*1..6]-(b))
RETURN p
ORDER BY length(p), [r IN relationships(p) | r.id]
LIMIT 10
