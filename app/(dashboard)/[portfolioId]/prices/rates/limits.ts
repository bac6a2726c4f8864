/** In characters: rates of ten years of working days, with room. */
export const LONGEST_RATE_FILE = 500_000
