/** Fen as people write it: 72 → "¥0.72". */
export function formatFen(fen: number): string {
  const sign = fen < 0 ? "−" : "";
  const whole = Math.floor(Math.abs(fen) / 100);
  const cents = String(Math.abs(fen) % 100).padStart(2, "0");
  return `${sign}¥${whole}.${cents}`;
}
