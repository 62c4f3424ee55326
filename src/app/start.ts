import { askEarly } from '#loading/askEarly.ts'
import { startWorkerEarly } from '#loading/bulk/startWorker.ts'
import { checkSource, namesTileSet } from '#loading/checkSource.ts'
import { isWorthWorker } from '#loading/statedLength.ts'

// Runs before everything else, beside `main.tsx`, whose code weighs more than most documents: what that will
// need is asked for now, and comes with it. Whether the address is sound, it says.

const asked = new URLSearchParams(window.location.search)
/** While working, React's own tools have to come before any component. */
const mayBringComponents = import.meta.env.PROD
if (!window.location.hash.startsWith('#d=')) {
  try {
    const { href } = checkSource(asked.get('src') ?? 'timeline.json', document.baseURI)
    askEarly(href).then(bringReader, () => undefined)
    if (namesTileSet(href)) {
      // The topmost tile, which is always the first, and what opens and follows a set.
      void askEarly(new URL('0/0.json', href).href)
      void import('#loading/tiles/openTiles.ts')
      if (mayBringComponents) {
        void import('#ui/shell/FollowTiles.tsx')
        void import('#ui/shell/PartsNote.tsx')
      }
    }
  } catch {
    // The page asks again, and tells what is wrong.
  }
}
if (mayBringComponents && asked.get('mode') !== 'present' && !asked.has('static')) {
  void import('#ui/detail/DetailPanel.tsx')
}
if (window.parent !== window) void import('#embed/attachFrame.ts')
// Coming later than the picture, it would have a benchmark see that later than a reader does.
if (asked.get('testing') === '1') void import('#embed/exposeForTests.ts')

/** What reads a large file takes as long to come as the page's own code. */
function bringReader(answer: Response): void {
  if (!answer.ok || !isWorthWorker(answer)) return
  startWorkerEarly()
  void import('#loading/bulk/readLarge.ts')
}
