import type { ProblemCode } from '#core/model/problemCodes.ts'
import { problemMessages as chinese } from '#i18n/problemMessages.zh-Hans.ts'

const summaries: Readonly<Record<ProblemCode, string>> = chinese

/**
 * What kind of problem it is and what was done about it, in the interface's language. Undefined in
 * English, whose own sentence says it all, and in embeds, which have no room for it.
 */
export function problemSummary(code: ProblemCode, locale: string): string | undefined {
  return locale === 'zh-Hans' ? summaries[code] : undefined
}
