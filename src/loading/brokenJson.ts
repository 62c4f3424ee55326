import { explainSyntax } from '#core/model/explainSyntax.ts'
import type { BrokenText, ParseResult } from './parseInSteps.ts'

/** Says where and why a text is no JSON. */
export function brokenJson({ broken }: BrokenText): ParseResult {
  const syntax = explainSyntax(broken) ?? {
    code: 'unexpected-character',
    line: 1,
    column: 1,
    message: 'The text is not JSON.',
    hint: 'Check it with an editor that knows JSON.',
    excerpt: broken.slice(0, 80),
  }
  return { failure: { kind: 'not-json', syntax } }
}
