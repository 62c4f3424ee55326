import { describe, expect, it } from 'vitest'
import { wholeDocument } from '#core/data/eventTable.ts'
import { throughAll } from '#core/model/readDocument.ts'
import { parseInSteps } from './parseInSteps.ts'
import { messagesOf, startReceiving } from './tableTransfer.ts'

describe('tableTransfer', () => {
  it('puts a document together again, through copies', () => {
    const events = Array.from({ length: 2500 }, (_, index) => ({
      id: `e${index}`,
      date: String(4000 - index),
      title: 'A',
      relations: index > 0 ? [{ to: 'e0', kind: 'part-of' }] : [],
    }))
    const json = JSON.stringify({ version: 1, title: 'A', odd: 1, events })
    const result = throughAll(parseInSteps(new TextEncoder().encode(json)))
    if (!('parsed' in result)) throw new Error('not read')
    const { parsed } = result

    const receive = startReceiving()
    const messages = [...messagesOf(parsed)].map((message) => structuredClone(message))
    expect(messages).toHaveLength(4)
    const results = messages.map(receive)
    expect(results.slice(0, -1)).toEqual([undefined, undefined, undefined])
    const received = results.at(-1)!
    expect(received.problems).toEqual(parsed.problems)
    expect(wholeDocument(received.table)).toEqual(wholeDocument(parsed.table))
    expect(received.table.rowOf('e0')).toBe(2499)
    expect(received.table.children).toEqual(parsed.table.children)
    expect(received.table.drawn(7)).toEqual(parsed.table.drawn(7))
  })
})
