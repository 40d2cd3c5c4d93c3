/** The bot's words: `**bold**` becomes bold by splitting, so that no text is ever read as markup. */
export function Rich({ text }: { text: string }) {
  const parts = text.split('**');
  // An odd mark out is just two stars.
  if (parts.length % 2 === 0) return <>{text}</>;
  return <>{parts.map((part, i) => (i % 2 ? <b key={i}>{part}</b> : part))}</>;
}
