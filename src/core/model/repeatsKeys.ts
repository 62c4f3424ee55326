import { isRecord } from './compileReader.ts'

const BACKSLASH = 92
const QUOTE = 34
const COLON = 58

/**
 * Whether an object in `text` has a key twice, told from what `JSON.parse` made of it: it keeps one of the
 * two, so there are fewer keys in the value. Which ones they are, `findDuplicateKeys` tells.
 */
export function repeatsKeys(text: string, json: unknown): boolean {
  return writtenKeys(text) !== countKeys(json)
}

/** The colons of sound JSON, but for those in strings. */
function writtenKeys(text: string): number {
  let count = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) inString = !inString
    else if (code === BACKSLASH) at += 1
    else if (code === COLON && !inString) count += 1
  }
  return count
}

function countKeys(json: unknown): number {
  let count = 0
  const open = [json]
  while (open.length > 0) {
    const value: unknown = open.pop()
    if (Array.isArray(value)) for (const entry of value) open.push(entry)
    else if (isRecord(value)) {
      // Far faster than to make lists of keys and values.
      for (const key in value) {
        count += 1
        open.push(value[key])
      }
    }
  }
  return count
}
