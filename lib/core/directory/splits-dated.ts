import type { IsoDate } from '@/lib/core/units'

/** The day that the directory's splits describe. Apart from its tables, which stay on the server, so that a screen can show it. */
export const SPLITS_DATED = '2025-12-31' as IsoDate
