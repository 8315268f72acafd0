// validate.js FOLDER: what Frictionless' own library has against the data package there,
// its description or the cells of its tables; else how many rows it read of each.
const { Package } = require('datapackage')

async function validate(folder) {
	const package = await Package.load(folder + '/datapackage.json')
	for (const error of package.errors)
		console.log(error.message)
	for (const resource of package.resources) {
		const rows = await resource.read()
		console.log(resource.name, rows.length)
	}
}

validate(process.argv[2]).catch((error) => {
	for (const each of error.errors?.length > 0 ? error.errors : [error])
		console.log(each.message)
})
