import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'

/** Every row of every table of a data folder's database, as text; two dumps are equal when the databases say the same. */
export function logicalDump(dataFolder: string): string {
  const database = new DatabaseSync(join(dataFolder, 'portfolio.db'), { readOnly: true })
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .all()
  const rows = tables.flatMap(({ name }) => {
    const table = String(name)
    return [
      table,
      ...database
        .prepare(`SELECT * FROM "${table}"`)
        .all()
        .map((row) =>
          JSON.stringify(row, (_key, value: unknown) =>
            value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
          ),
        )
        .toSorted(),
    ]
  })
  database.close()
  return rows.join('\n')
}
