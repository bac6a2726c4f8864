import type { Fault } from '@/app/(dashboard)/[portfolioId]/transfer/import/send-import'

/** What the server takes at once: bytes of all files with everything that is sent beside them. */
const MOST_BYTES = 5_242_880
/** Room for the choices and the frame of the form. */
const BESIDE = 65_536
const MOST_FILES = 10

/** Why these files are not even sent; null when they may be. */
export function limitFault(files: readonly { size: number }[]): Fault | null {
  if (files.length > MOST_FILES) return 'tooMany'
  return files.reduce((total, { size }) => total + size, 0) > MOST_BYTES - BESIDE ? 'tooLong' : null
}

/** True for a refusal that leaves everything as it was before. */
export const isLimit = (fault: Fault): boolean => fault === 'tooMany' || fault === 'tooLong'
