/** A place in a document: keys and list positions from the root. */
export type JsonPath = readonly (string | number)[]

/** `events[3].date`; keys that are not plain names are quoted: `title["zh-Hans"]`. */
export function formatPath(path: JsonPath): string {
  let text = ''
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`
    else if (/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(step)) text += text === '' ? step : `.${step}`
    else text += `[${JSON.stringify(step)}]`
  }
  return text
}

const stepPattern = /\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|\.?([^.[\]]+)/gy

/** Reverse of `formatPath`, every step as text. */
export function parsePath(path: string): string[] {
  const steps: string[] = []
  for (const [, position, quoted, name] of path.matchAll(stepPattern)) {
    if (quoted !== undefined) steps.push(unquote(`"${quoted}"`))
    else steps.push(position ?? name ?? '')
  }
  return steps
}

/** The text of a JSON string literal; the literal itself when it is none. */
export function unquote(literal: string): string {
  try {
    const value: unknown = JSON.parse(literal)
    return typeof value === 'string' ? value : literal
  } catch {
    return literal
  }
}
