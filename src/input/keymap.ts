import type { Orientation } from '#core/viewport/viewport.ts'

/**
 * What a key asks of the drawing. The names are also those of the words in the help dialog. `open`
 * is what a button does on Enter by itself; it stands here for the help.
 */
export type KeyCommand =
  | 'previousEvent'
  | 'nextEvent'
  | 'laneUp'
  | 'laneDown'
  | 'firstEvent'
  | 'lastEvent'
  | 'jumpEarlier'
  | 'jumpLater'
  | 'pageEarlier'
  | 'pageLater'
  | 'zoomIn'
  | 'zoomOut'
  | 'fit'
  | 'open'
  | 'back'
  | 'search'
  | 'help'

export interface KeyBinding {
  readonly command: KeyCommand
  /** Values of `KeyboardEvent.key`. */
  readonly keys: readonly string[]
  /** What to print for it in the help. */
  readonly shown: string
}

/**
 * The keys of exploring, in the order of the help. No letters: people who dictate, or whose screen
 * reader takes letters for itself, would set them off by accident. All act only while the focus is
 * inside the drawing, except `/`, `?` and Esc, which the page around it hears as well.
 */
export const exploreKeys: readonly KeyBinding[] = [
  { command: 'previousEvent', keys: ['ArrowLeft'], shown: '←' },
  { command: 'nextEvent', keys: ['ArrowRight'], shown: '→' },
  { command: 'laneUp', keys: ['ArrowUp'], shown: '↑' },
  { command: 'laneDown', keys: ['ArrowDown'], shown: '↓' },
  { command: 'firstEvent', keys: ['Home'], shown: 'Home' },
  { command: 'lastEvent', keys: ['End'], shown: 'End' },
  { command: 'jumpEarlier', keys: ['['], shown: '[' },
  { command: 'jumpLater', keys: [']'], shown: ']' },
  { command: 'pageEarlier', keys: ['PageUp'], shown: 'Page Up' },
  { command: 'pageLater', keys: ['PageDown'], shown: 'Page Down' },
  { command: 'zoomIn', keys: ['+', '='], shown: '+' },
  { command: 'zoomOut', keys: ['-', '_', '−'], shown: '−' },
  { command: 'fit', keys: ['0'], shown: '0' },
  { command: 'open', keys: ['Enter'], shown: 'Enter' },
  { command: 'back', keys: ['Escape'], shown: 'Esc' },
  { command: 'search', keys: ['/'], shown: '/' },
  { command: 'help', keys: ['?'], shown: '?' },
]

/** Where time runs downwards there is one lane, and every arrow steps along time. */
const downwards: Partial<Record<KeyCommand, KeyCommand>> = {
  laneUp: 'previousEvent',
  laneDown: 'nextEvent',
}

/** What a key asks of a presentation. */
export type PresentCommand =
  | 'nextStep'
  | 'previousStep'
  | 'firstStep'
  | 'lastStep'
  | 'blank'
  | 'leave'

interface PresentBinding {
  readonly command: PresentCommand
  /** Values of `KeyboardEvent.key`; letters in both cases. */
  readonly keys: readonly string[]
  readonly shift?: boolean
}

/**
 * The keys of presenting, those of clickers among them. Letters act here: the presentation is the
 * whole page, and there is nothing to type in.
 */
export const presentKeys: readonly PresentBinding[] = [
  { command: 'previousStep', keys: [' '], shift: true },
  { command: 'nextStep', keys: ['PageDown', 'ArrowRight', 'ArrowDown', ' ', 'Enter', 'n', 'N'] },
  { command: 'previousStep', keys: ['PageUp', 'ArrowLeft', 'ArrowUp', 'Backspace', 'p', 'P'] },
  { command: 'firstStep', keys: ['Home'] },
  { command: 'lastStep', keys: ['End'] },
  { command: 'blank', keys: ['.', 'b', 'B'] },
  { command: 'leave', keys: ['Escape'] },
]

/**
 * The command of presenting for a key. Nothing while typing; Space and Enter belong to a button that
 * has the focus; in a frame, `.`, `b` and Esc are the host's.
 */
export function presentCommandForKey(
  press: KeyPress,
  { inFrame = false }: Pick<KeyContext, 'inFrame'> = {},
): PresentCommand | undefined {
  const { key, ctrlKey, altKey, metaKey, shiftKey } = press
  if (press.isComposing === true || ctrlKey || altKey || metaKey || isTyping(press))
    return undefined
  if ((key === ' ' || key === 'Enter') && isOnButton(press)) return undefined
  const isLetter = key.length === 1 && key !== ' '
  const command = presentKeys.find(
    ({ keys, shift = false }) => keys.includes(key) && (isLetter || shift === shiftKey),
  )?.command
  if (inFrame && (command === 'blank' || command === 'leave')) return undefined
  return command
}

function isOnButton(press: KeyPress): boolean {
  const target = press.composedPath?.()[0] ?? press.target
  if (typeof target !== 'object' || target === null || !('tagName' in target)) return false
  return /^(button|a|summary)$/i.test(String(target.tagName))
}

/** The parts of a KeyboardEvent that count. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly isComposing?: boolean
  readonly target?: unknown
  getModifierState?(key: string): boolean
  composedPath?(): readonly unknown[]
}

export interface KeyContext {
  readonly orientation?: Orientation
  /** In a frame Page Up and Page Down are the host's, to scroll or to turn its slides. */
  readonly inFrame?: boolean
}

/**
 * The command for a key, if it is one of ours: pressed without a modifier, and not while typing. A
 * sign that the keyboard makes with Shift or AltGr (`?`, or `[` in Germany) counts as that sign.
 */
export function commandForKey(press: KeyPress, context: KeyContext = {}): KeyCommand | undefined {
  if (press.isComposing === true || isModified(press) || isTyping(press)) return undefined
  const command = exploreKeys.find(({ keys }) => keys.includes(press.key))?.command
  if (command === undefined) return undefined
  if (context.inFrame === true && (command === 'pageEarlier' || command === 'pageLater')) {
    return undefined
  }
  return context.orientation === 'vertical' ? (downwards[command] ?? command) : command
}

function isModified({ key, ctrlKey, altKey, metaKey, shiftKey, ...press }: KeyPress): boolean {
  const isSign = key.length === 1
  // Windows reports AltGr as Control and Alt together.
  if (isSign && press.getModifierState?.('AltGraph') === true) return metaKey
  return ctrlKey || altKey || metaKey || (shiftKey && !isSign)
}

/** The inner target counts: from outside, a field in a shadow root looks like its host. */
function isTyping(press: KeyPress): boolean {
  const target = press.composedPath?.()[0] ?? press.target
  if (typeof target !== 'object' || target === null) return false
  if ('isContentEditable' in target && target.isContentEditable === true) return true
  return 'tagName' in target && /^(input|textarea|select)$/i.test(String(target.tagName))
}
