const GAP = 4
const MARGIN = 8

/** Puts an open popover under its button, above it where there is more room, and always within the window. */
export function placePopover(popover: HTMLElement, button: HTMLElement, align: 'start' | 'end'): void {
  const at = button.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = popover
  const { clientWidth, clientHeight } = document.documentElement
  const wished = align === 'start' ? at.left : at.right - width
  const below = at.bottom + GAP
  const fitsBelow = below + height + MARGIN <= clientHeight || at.top < clientHeight - at.bottom
  const top = fitsBelow ? below : at.top - GAP - height
  popover.style.left = `${Math.max(MARGIN, Math.min(wished, clientWidth - width - MARGIN))}px`
  popover.style.top = `${Math.max(MARGIN, top)}px`
}

/** Keeps an open popover beside its button while the page scrolls; answers how to stop. */
export function followButton(popover: HTMLElement, button: HTMLElement, align: 'start' | 'end'): () => void {
  const place = () => placePopover(popover, button, align)
  place()
  window.addEventListener('scroll', place, { capture: true, passive: true })
  window.addEventListener('resize', place)
  return () => {
    window.removeEventListener('scroll', place, { capture: true })
    window.removeEventListener('resize', place)
  }
}
