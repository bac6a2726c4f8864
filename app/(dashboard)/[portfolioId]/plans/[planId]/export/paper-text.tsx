const FIGURE = /\p{Nd}/u
const SHARE = /^[−+]?[\p{Nd}.,]+\s?%$/u

/** A text of a printed plan. Its amounts are within its sentences, so one that has figures is hidden as a whole where amounts are. */
export function PaperText({ text }: { text: string }) {
  if (!FIGURE.test(text) || SHARE.test(text)) return text
  return (
    <span className="money">
      <span className="amount">{text}</span>
    </span>
  )
}
