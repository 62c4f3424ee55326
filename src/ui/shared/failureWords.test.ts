import { describe, expect, it } from 'vitest'

import { failureMessages as english } from '#i18n/failureMessages.en.ts'
import { failureMessages as chinese } from '#i18n/failureMessages.zh-Hans.ts'
import type { FailureReason } from '#loading/loadFailure.ts'
import { failureWords } from './failureWords.ts'

const problem = {
  code: 'field-missing',
  severity: 'fatal',
  path: 'events',
  message: 'There is no list of events.',
  hint: 'Add "events".',
} as const

const reasons: readonly FailureReason[] = [
  { kind: 'bad-src', why: 'scheme', scheme: 'javascript:' },
  { kind: 'bad-src', why: 'mixed-content', scheme: 'http:' },
  { kind: 'bad-src', why: 'credentials', scheme: 'https:' },
  { kind: 'bad-src', why: 'unreadable' },
  { kind: 'offline' },
  { kind: 'network' },
  {
    kind: 'network-or-cors',
    origin: 'https://a.example',
    target: 'https://b.example',
    header: 'Access-Control-Allow-Origin',
  },
  { kind: 'not-found', status: 410 },
  { kind: 'http', status: 503 },
  { kind: 'timeout', seconds: 30, received: 1_000_000 },
  { kind: 'interrupted', received: 1_000_000, total: 2_000_000 },
  { kind: 'interrupted', received: 1_000_000, total: undefined },
  { kind: 'too-large', limit: 50_000_000, total: 60_000_000 },
  { kind: 'empty' },
  { kind: 'is-gzip' },
  { kind: 'is-utf16' },
  { kind: 'is-html', excerpt: '<!doctype html>' },
  {
    kind: 'not-json',
    syntax: {
      code: 'missing-comma',
      line: 5,
      column: 3,
      message: 'A comma is missing.',
      hint: 'Put a comma.',
      excerpt: '  x\n  ^',
    },
  },
  { kind: 'no-events', problem },
  { kind: 'is-tiles', manifest: {} },
  { kind: 'broken-tiles', fault: 'The counts contradict each other.' },
  { kind: 'newer-version', problem: { ...problem, line: 2, column: 4 } },
]

const size = (bytes: number): string => `${String(bytes / 1_000_000)} MB`
const inEnglish = (reason: FailureReason) => failureWords(reason, english.failure, size)

describe('failureWords', () => {
  for (const [language, messages] of [
    ['English', english],
    ['Chinese', chinese],
  ] as const) {
    it.each(reasons)(`says what happened and what to do, in ${language}: $kind`, (reason) => {
      const told = failureWords(reason, messages.failure, size)
      for (const words of [told.title, told.text, told.help]) {
        expect(words).toMatch(/\S/)
        expect(words).not.toContain('undefined')
      }
    })
  }

  it('tells the place in the file where there is one', () => {
    expect(reasons.map((reason) => inEnglish(reason).place).filter(Boolean)).toEqual([
      { line: 5, column: 3 },
      { line: 2, column: 4 },
    ])
  })

  it('names both sites and the header where another site may refuse', () => {
    const told = inEnglish(reasons[6]!)
    expect(told.text).toContain('https://a.example')
    expect(told.text).toContain('https://b.example')
    expect(told.help).toContain('Access-Control-Allow-Origin')
  })

  it('tells how much came', () => {
    expect(inEnglish(reasons[10]!).text).toContain('1 MB of 2 MB')
    expect(inEnglish(reasons[12]!).text).toContain('50 MB, and the file has 60 MB')
  })
})
