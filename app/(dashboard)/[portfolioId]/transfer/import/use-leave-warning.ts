'use client'

import { useEffect } from 'react'

/** While `active`, asks before the page is left: closed, reloaded, or by a link in it. */
export function useLeaveWarning(active: boolean, question: string): void {
  useEffect(() => {
    if (!active) return
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    // Links lead away inside the app, which the browser does not count as leaving.
    const onClick = (event: MouseEvent) => {
      const link = (event.target as Element).closest?.<HTMLAnchorElement>('a[href]')
      const elsewhere = link && link.target === '' && link.pathname !== window.location.pathname
      if (!elsewhere || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
      if (window.confirm(question)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('beforeunload', onUnload)
    document.addEventListener('click', onClick, true)
    return () => {
      window.removeEventListener('beforeunload', onUnload)
      document.removeEventListener('click', onClick, true)
    }
  }, [active, question])
}
