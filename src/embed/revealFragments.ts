import type { StepInfo } from './protocol.ts'

/**
 * One empty fragment for each step but the overview, after the author's own or from
 * `data-throughline-at`. They carry the notes for the speaker. Returns what takes them away.
 */
export function insertFragments(section: HTMLElement, infos: readonly StepInfo[]): () => void {
  const own = [...section.querySelectorAll<HTMLElement>('.fragment[data-fragment-index]')]
  const last = Math.max(-1, ...own.map(({ dataset }) => Number(dataset['fragmentIndex'])))
  const at = Number(section.dataset['throughlineAt'] ?? last + 1)
  const hadNotes =
    section.hasAttribute('data-notes') || section.querySelector('aside.notes') !== null
  const [overview, ...steps] = infos
  const fragments = steps.map((info, index) => {
    const fragment = section.ownerDocument.createElement('span')
    fragment.className = 'fragment tl-step'
    fragment.hidden = true
    fragment.dataset['fragmentIndex'] = String(at + index)
    fragment.dataset['notes'] = notesOf(info)
    return fragment
  })
  section.append(...fragments)
  if (overview && !hadNotes) section.dataset['notes'] = notesOf(overview)
  return () => {
    for (const fragment of fragments) fragment.remove()
    if (!hadNotes) delete section.dataset['notes']
  }
}

/** The step at which a slide stands. */
export function visibleSteps(section: HTMLElement): number {
  return section.querySelectorAll('.tl-step.visible').length
}

/** Date, title, what to say, and who says so. reveal.js takes notes as HTML: letters only. */
export function notesOf({ date, title, notes, sources }: StepInfo): string {
  const cited = sources.map(({ label, url }) => (url === undefined ? label : `${label}: ${url}`))
  const parts = [[date, title].filter((part) => part !== '').join(' · '), notes, cited.join('\n')]
  return parts
    .filter((part) => part !== '')
    .join('\n\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
}
