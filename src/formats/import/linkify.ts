import { safeAddress } from './safeAddress.ts'
import type { Run } from './writeMarkdown.ts'

// The part before an @ is as long as mail allows at most: without a bound, dots would make this slow.
const addresses = /\bhttps?:\/\/[^\s<>"]+|\bwww\.[^\s<>"]+|\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/gi

/** Cuts plain text into stretches with and without an address; a link shows its address as written. */
export function linkify(text: string): readonly Pick<Run, 'text' | 'url'>[] {
  const runs: Pick<Run, 'text' | 'url'>[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(addresses)) {
    const shown = withoutSentence(found)
    const url = safeAddress(/^(?:https?:|www\.)/i.test(shown) ? shown : `mailto:${shown}`)
    if (url === undefined) continue
    if (index > from) runs.push({ text: text.slice(from, index) })
    runs.push({ text: shown, url })
    from = index + shown.length
  }
  if (from < text.length) runs.push({ text: text.slice(from) })
  return runs
}

/** A full stop or a bracket after an address belongs to the sentence, unless the address opened it. */
function withoutSentence(address: string): string {
  let end = address.length
  let opened = 0
  for (const letter of address) opened += letter === '(' ? 1 : letter === ')' ? -1 : 0
  while (end > 0 && /[.,:;!?'»”’\])}]/.test(address.charAt(end - 1))) {
    if (address.charAt(end - 1) === ')') {
      if (opened >= 0) break
      opened += 1
    }
    end -= 1
  }
  return address.slice(0, end)
}
