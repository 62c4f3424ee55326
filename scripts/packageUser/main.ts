// What a user of the package writes: compiled, bundled and opened in a browser by pack.spec.mjs.
import { EmbedError, mountTimeline, type MountedTimeline, type StepInfo } from 'throughline'
import 'throughline/element'
import type { ThroughLineElement } from 'throughline/element'
import { connect, type Embed } from 'throughline/host'
import RevealThroughline from 'throughline/reveal'

const crossings = {
  version: 1,
  title: 'Two crossings',
  organizations: [{ id: 'navy', name: 'Navy' }],
  events: [
    {
      id: 'leaves',
      date: '1831-12-27',
      title: 'The Beagle leaves Plymouth',
      organizations: ['navy'],
    },
    { id: 'galapagos', date: '1835-09/1835-10', title: 'In the Galápagos', importance: 5 },
  ],
}

function hostNamed(id: string): HTMLElement {
  const host = document.getElementById(id)
  if (host === null) throw new Error(`no #${id}`)
  return host
}

/** Each call puts a timeline on the page. */
function mount(id: string): MountedTimeline {
  return mountTimeline(hostNamed(id), { document: crossings, steps: 'events', lang: 'en' })
}

async function tryAll(): Promise<string> {
  const first = mount('first')
  const second = mount('second')
  mounted.push(first, second)
  await Promise.all([first.settled(), second.settled()])
  const step: StepInfo = await first.next()
  first.select('galapagos')
  second.filter({ org: ['navy'] })
  const stop = first.on('step', ({ title, index }) => console.info(title, index))
  stop()
  await Promise.all([first.settled(), second.settled()])
  const svg = await first.exportAs('svg', [800, 500])
  if (!(await svg.text()).startsWith('<svg')) throw new Error('no picture')
  const refused: unknown = await first.exportAs('docx').catch((error: unknown) => error)
  if (!(refused instanceof EmbedError) || refused.code !== 'unsupported') throw new Error('docx?')

  const element: ThroughLineElement = document.createElement('through-line')
  element.document = crossings
  hostNamed('third').append(element)
  const embed: Embed = await connect(element)
  await embed.settled()
  return step.title
}

const mounted: MountedTimeline[] = []
const plugin = RevealThroughline()
Object.assign(window, {
  used: tryAll().then((title) => `${title} ${plugin.id}`),
  mountAgain: () => mount('fourth'),
  disposeAll: () => mounted.forEach((timeline) => timeline.dispose()),
})

// @ts-expect-error a timeline stands in an element, not in its id
const wrongHost = (): MountedTimeline => mountTimeline('first', { src: 'timeline.json' })
// @ts-expect-error either a document or its address
const wrongSource = (): MountedTimeline => mountTimeline(hostNamed('first'), {})
Object.assign(window, { wrongHost, wrongSource })
