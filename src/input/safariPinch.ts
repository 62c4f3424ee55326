/**
 * Safari on a Mac tells a trackpad's pinch by events of its own and by no wheel: `gesturestart`,
 * `gesturechange`, `gestureend`, each with the `scale` since the start. Other browsers have none.
 */
export function listenToSafariPinch(
  host: HTMLElement,
  onPinch: (factor: number, at: { clientX: number; clientY: number }) => void,
  signal: AbortSignal,
): void {
  let before = 1
  const onGesture = (event: Event): void => {
    // Else the whole page would zoom as well.
    event.preventDefault()
    const scale = numberIn(event, 'scale') ?? before
    const factor = event.type === 'gesturestart' ? 1 : scale / before
    before = event.type === 'gesturestart' ? 1 : scale
    if (factor === 1 || !Number.isFinite(factor) || factor <= 0) return
    onPinch(factor, {
      clientX: numberIn(event, 'clientX') ?? 0,
      clientY: numberIn(event, 'clientY') ?? 0,
    })
  }
  for (const type of ['gesturestart', 'gesturechange', 'gestureend']) {
    host.addEventListener(type, onGesture, { passive: false, signal })
  }
}

/** A numeric property of an event that the DOM's types do not know. */
function numberIn(event: object, name: string): number | undefined {
  const value: unknown = Reflect.get(event, name)
  return typeof value === 'number' ? value : undefined
}
