import { UsageError } from '#cli/usage.ts'

/** A value of a row. Whole numbers of 64 bits come as bigint. */
export type Cell = string | number | bigint | boolean | null

/** The few things that are asked of DuckDB. */
export interface Database {
  /** Runs statements, one after the other. */
  run(sql: string): Promise<void>
  /** All rows of a short answer. */
  all(sql: string): Promise<readonly (readonly Cell[])[]>
  /** Rows of a long answer, some thousand at a time. */
  parts(sql: string): AsyncIterable<readonly (readonly Cell[])[]>
  /** Adds rows to a table of text, DOUBLE, BIGINT (as bigint), INTEGER (as number) and BOOLEAN columns. */
  append(
    table: string,
    kinds: readonly ColumnKind[],
    rows: Iterable<readonly Cell[]>,
  ): Promise<void>
  close(): void
}

export type ColumnKind = 'text' | 'double' | 'bigint' | 'integer' | 'boolean'

/** What the database may take for itself; beyond it writes to its folder. */
const memory = '1GB'

/**
 * Opens a database in a folder of its own, which may grow to a few times what is read. Throws a
 * `UsageError` where DuckDB is not installed.
 */
export async function openDatabase(folder: string): Promise<Database> {
  const { DuckDBInstance } = await loadDuckDb()
  const instance = await DuckDBInstance.create(`${folder}/events.duckdb`, {
    memory_limit: memory,
    temp_directory: `${folder}/spill`,
    // What is built in is enough, and nothing is fetched from anywhere.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  // These tables live for minutes: to compress them takes as long as to fill them.
  await connection.run("SET force_compression = 'uncompressed'")
  return {
    run: async (sql) => {
      await connection.run(sql)
    },
    all: async (sql) => rowsOf((await connection.runAndReadAll(sql)).getRowsJS()),
    async *parts(sql) {
      const result = await connection.stream(sql)
      for await (const rows of result.yieldRowsJs()) yield rowsOf(rows)
    },
    async append(table, kinds, rows) {
      const appender = await connection.createAppender(table)
      const put: Readonly<Record<ColumnKind, (cell: Cell) => void>> = {
        text: (cell) => appender.appendVarchar(String(cell)),
        double: (cell) => appender.appendDouble(Number(cell)),
        bigint: (cell) => appender.appendBigInt(BigInt(cell ?? 0)),
        integer: (cell) => appender.appendInteger(Number(cell)),
        boolean: (cell) => appender.appendBoolean(cell === true),
      }
      for (const row of rows) {
        for (const [at, kind] of kinds.entries()) {
          const cell = row[at] ?? null
          if (cell === null) appender.appendNull()
          else put[kind](cell)
        }
        appender.endRow()
      }
      appender.closeSync()
    },
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** Our package has no dependencies: whoever cuts tiles brings the database along. */
async function loadDuckDb() {
  try {
    return await import('@duckdb/node-api')
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    const isMissing = words.includes('@duckdb/node-api')
    throw new UsageError(
      isMissing
        ? 'Tiles are cut by DuckDB, which is not installed.'
        : `DuckDB does not start: ${words}`,
      'Install it beside throughline: npm install @duckdb/node-api',
    )
  }
}

/** Every query here asks for texts, numbers and truths only. */
function rowsOf(rows: readonly (readonly unknown[])[]): readonly (readonly Cell[])[] {
  return rows.map((row) => row.map(cellOf))
}

function cellOf(value: unknown): Cell {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
      return value
    default:
      return null
  }
}
