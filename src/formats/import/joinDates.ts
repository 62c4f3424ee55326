import { parseDate } from '#core/time/parseDate.ts'

/** One EDTF date from a start and an end that a file keeps apart, or what stands against it. */
export type JoinedDates =
  | { readonly ok: true; readonly edtf: string }
  /** `not-plain`: one of them is a set or an interval already. */
  | { readonly ok: false; readonly reason: 'not-plain' | 'end-before-start' }

/** Joins two EDTF dates; `..` as an end goes on, an empty start is not known. */
export function joinDates(start: string, end: string): JoinedDates {
  if (end === '' || end === start) return { ok: true, edtf: start }
  if (/[/[{]/.test(start) || /[/[{]/.test(end)) return { ok: false, reason: 'not-plain' }
  const edtf = `${start}/${end}`
  return parseDate(edtf).ok ? { ok: true, edtf } : { ok: false, reason: 'end-before-start' }
}

/** Whether a word stands for "it goes on", as people write it in the place of an end. */
export function isOngoing(text: string): boolean {
  return /^(present|now|today|ongoing|current(ly)?|to date|\.\.|…|\.\.\.|至今|现在|現在|今|目前)\.?$/i.test(
    text.trim(),
  )
}
