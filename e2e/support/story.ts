import { readFileSync } from 'node:fs'

/** The parts of the shipped document that the tests compare the page with. */
interface Story {
  readonly title: Text
  readonly organizations: readonly { readonly id: string; readonly name: Text }[]
  readonly lanes: readonly { readonly id: string; readonly title: Text }[]
  readonly eras: readonly { readonly id: string; readonly title: Text }[]
  readonly events: readonly StoryEvent[]
}

interface StoryEvent {
  readonly id: string
  readonly title: Text
  readonly importance?: number
  readonly organizations?: readonly { readonly id: string }[]
  readonly topics?: readonly string[]
  readonly relations?: readonly { readonly to: string; readonly kind: string }[]
}

type Text = string | Readonly<Record<string, string>>

/** `public/timeline.json`, read as plain JSON: by other code than the page's own. */
export const story: Story = JSON.parse(
  readFileSync(new URL('../../public/timeline.json', import.meta.url), 'utf8'),
)

export function inLanguage(text: Text, language = 'en'): string {
  return typeof text === 'string' ? text : (text[language] ?? text['en'] ?? '')
}

/** The titles of the events that carry the story: the last to give way. */
export const anchors = story.events.filter(({ importance }) => importance === 5)

/** The ten projects of one day. */
export const tenReleases = story.events.filter(({ relations }) =>
  relations?.some(({ to, kind }) => to === 'ten-releases' && kind === 'part-of'),
)

export function eventsOf(organization: string): readonly StoryEvent[] {
  return story.events.filter(({ organizations }) =>
    organizations?.some(({ id }) => id === organization),
  )
}
