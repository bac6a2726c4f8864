import { toast } from 'sonner'

const UNDO_MS = 10_000

/** Says what was done and offers to take it back. */
export function toastUndo(message: string, undo: { label: string; run: () => void }): void {
  toast(message, { duration: UNDO_MS, action: { label: undo.label, onClick: undo.run } })
}

export function toastDone(message: string): void {
  toast(message)
}

/** Stays longer: it says what did not happen. */
export function toastFailure(message: string): void {
  toast.error(message, { duration: UNDO_MS })
}
