import { defaultMode, defaultState } from '#state/defaultState.ts'
import type { ShareableState } from '#state/timelineState.ts'
import { wellFormed } from './idList.ts'
import { urlParams } from './params.ts'
import type { UrlContext } from './params.ts'
import { upgradeUrl } from './urlVersions.ts'

/** Something in the address that was not understood. The page still opens, with the default there. */
export interface UrlWarning {
  /**
   * `value`: no good; `duplicate`: given twice, the first counts; `version`: from a newer Throughline;
   * `unknown`: an id that the timeline does not have.
   */
  readonly code: 'value' | 'duplicate' | 'version' | 'unknown'
  readonly name: string
  /** The text as given, at most 80 characters. */
  readonly value: string
}

const knownNames = new Set(urlParams.map(({ name }) => name))

/**
 * Reads the query string of an address (with or without its `?`). Never throws. Names that are not
 * ours are ignored; an empty value is the default; a bad one is the default too, and is told.
 */
export function readUrl(
  search: string,
  { inFrame }: Pick<UrlContext, 'inFrame'>,
): { readonly state: ShareableState; readonly warnings: readonly UrlWarning[] } {
  const warnings: UrlWarning[] = []
  const warn = (code: UrlWarning['code'], name: string, value: string): void => {
    warnings.push({ code, name, value: wellFormed(value.slice(0, 80)) })
  }

  const given = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(search)) {
    if (!knownNames.has(name)) continue
    if (given.has(name)) warn('duplicate', name, value)
    else given.set(name, value)
  }
  const upgraded = upgradeUrl(given)
  if (upgraded === undefined) warn('version', 'v', given.get('v') ?? '')

  let state: ShareableState = { ...defaultState, mode: defaultMode(inFrame) }
  for (const param of urlParams) {
    const text = (upgraded ?? given).get(param.name) ?? ''
    if (text.trim() !== '') state = param.read(text, state, () => warn('value', param.name, text))
  }
  return { state, warnings }
}

/**
 * The query string (without `?`) that says `state`: only what differs from the default, always in the
 * same order, so that equal states have equal addresses.
 */
export function canonicalUrl(state: ShareableState, context: UrlContext): string {
  return urlParams
    .flatMap((param) => {
      const text = param.write(state, context)
      return text === undefined || text.trim() === '' ? [] : [`${param.name}=${encodeValue(text)}`]
    })
    .join('&')
}

/** The part of a query string that is not ours (a host's own parameters), to be kept as it is. */
export function foreignQuery(search: string): string {
  return [...new URLSearchParams(search)]
    .filter(([name]) => !knownNames.has(name))
    .map(([name, value]) => `${encodeValue(name)}=${encodeValue(value)}`)
    .join('&')
}

/**
 * Encodes a value, leaving readable what may stand in a query, and encoding what ends a link in
 * running text, Markdown or an attribute.
 */
function encodeValue(text: string): string {
  return encodeURIComponent(wellFormed(text))
    .replaceAll(/%(2C|2F|3A)/g, decodeURIComponent)
    .replaceAll(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
}
