import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** What to look for; without it, what axe looks for by itself. */
export interface AxeSearch {
  /** Only these of axe's rules. */
  readonly rules?: readonly string[]
  /** Parts of the page to leave out, as a selector. */
  readonly except?: string
}

/**
 * What axe finds wrong with the page as it stands: one line per fault, empty when all is well.
 * The source goes in by the browser's debugger, which the page's policy does not bind: a script
 * tag would be blocked, and lifting the policy would test another page than the one we ship.
 */
export async function findAccessibilityFaults(
  page: Page,
  { rules, except }: AxeSearch = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const context = except === undefined ? 'document' : `{ exclude: [[${JSON.stringify(except)}]] }`
  const options = {
    resultTypes: ['violations'],
    ...(rules && { runOnly: { type: 'rule', values: rules } }),
  }
  const results = await page.evaluate<AxeResults>(`axe.run(${context}, ${JSON.stringify(options)})`)
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(' ')} (${violation.help})`),
  )
}
