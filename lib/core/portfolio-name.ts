/** The longest name, in characters as JavaScript counts them. */
export const PORTFOLIO_NAME_LENGTH = 80

/** The name of a copy, as `decorate` makes it; the original's name is shortened as far as the whole needs. */
export function copyName(name: string, decorate: (name: string) => string): string {
  const whole = decorate(name)
  const excess = whole.length - PORTFOLIO_NAME_LENGTH
  if (excess <= 0) return whole
  // Never through the middle of a character of two units.
  const kept = name.slice(0, Math.max(0, name.length - excess - 1)).replace(/[\uD800-\uDBFF]$/, '')
  return decorate(`${kept.trimEnd()}…`)
}
