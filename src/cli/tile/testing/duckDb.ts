/** Whether DuckDB is installed; says so where it is not, since tests that need it are then not run. */
export async function hasDuckDb(): Promise<boolean> {
  try {
    await import('@duckdb/node-api')
    return true
  } catch {
    console.log('NOT RUN: DuckDB is not installed here.')
    return false
  }
}
