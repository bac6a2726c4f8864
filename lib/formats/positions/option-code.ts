/** The ways in which brokers write an option in the column of symbols, or in the description where there is no symbol. */
const OPTIONS = [
  // -AAPL260116P200, AAPL260116C00250000 and the 21 characters of the OCC
  /^-?\s*[A-Z.]{1,6}\s*\d{6}[CP]\d{1,8}(\.\d+)?$/,
  // AAPL 01/16/2026 250.00 C
  /^[A-Z./]{1,6}\s+\d{1,2}\/\d{1,2}\/\d{2,4}\s+[\d.,]+\s+[CP]$/,
  // AAPL Jan 16 '27 $200 Call
  /^[A-Z./]{1,6}\s+[A-Z]{3}\s+\d{1,2}\s+'?\d{2,4}\s+\$?[\d.,]+\s+(CALL|PUT)$/,
  // XXXX#M1720C450000
  /^[A-Z]{1,6}#[A-Z]\d{4}[A-Z]\d+$/,
  // CALL (AAPL) APPLE INC JAN 16 26 $250, PUT SPY $500 EXP 06/18/27
  /^(CALL|PUT)\s.*(\$\s?[\d.,]+|\bEXP\b)/,
  // AAPL JAN 16 2026 $250 CALL
  /\s\$[\d.,]+\s+(CALL|PUT)$/,
]

/** True for the code or the description of an option contract. */
export function isOption(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/’/g, "'").trim().toUpperCase()
  return OPTIONS.some((pattern) => pattern.test(plain))
}
