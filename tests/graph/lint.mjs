// Reads {name: {text, parameters}} as JSON from standard input and prints what Neo4j's language frontend says is wrong.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { lintCypherQuery } = createRequire(process.argv[2] + '/')('@neo4j-cypher/language-support')
const lint = (text, parameters) => lintCypherQuery(`CYPHER 25\n${text}`, { parameters }).diagnostics
const found = []
for (const [name, { text, parameters }] of Object.entries(JSON.parse(readFileSync(0, 'utf8'))))
  for (const { message } of lint(text, parameters)) found.push([name, message])
console.log(JSON.stringify({ found, wrong: lint('RETURN missing', {}).length }))
