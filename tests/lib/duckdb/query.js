// query.js SQL [DATABASE]: runs its statements and prints the rows of each, as TSV.
const { DuckDBInstance, ResultReturnType } = require('@duckdb/node-api')

const escapes = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

const cell = (value) => value === null ? '\\N' :
	String(value).replace(/[\\\t\n\r]/g, (character) => escapes[character])

const line = (row) => row.map(cell).join('\t') + '\n'

async function run(sql, database) {
	const connection = await (await DuckDBInstance.create(database)).connect()
	const statements = await connection.extractStatements(sql)
	for (let i = 0; i < statements.count; i++) {
		const result = await (await statements.prepare(i)).stream()
		if (result.returnType !== ResultReturnType.QUERY_RESULT)
			continue
		for (let chunk; (chunk = await result.fetchChunk()) && chunk.rowCount > 0;)
			process.stdout.write(chunk.getRows().map(line).join(''))
	}
	connection.closeSync()
}

run(process.argv[2], process.argv[3]).catch((error) => {
	console.error(error.message)
	process.exitCode = 2
})
