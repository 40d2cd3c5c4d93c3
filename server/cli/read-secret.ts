/** One line from standard input. At a keyboard nothing of it is shown; Backspace takes a character back, Ctrl+C gives up. */
export async function readSecret(input: NodeJS.ReadStream, say: (text: string) => void): Promise<string> {
  if (!input.isTTY) return (await input.setEncoding('utf8').toArray()).join('').trim();
  say('Paste the key and press Enter; it is not shown: ');
  input.setRawMode(true).setEncoding('utf8').resume();
  try {
    let typed = '';
    for await (const part of input as AsyncIterable<string>) {
      for (const character of part) {
        if (character === '\r' || character === '\n') return typed.trim();
        if (character === '\u0003') return '';
        typed = character === '\u007f' || character === '\b' ? typed.slice(0, -1) : typed + character;
      }
    }
    return typed.trim();
  } finally {
    input.setRawMode(false).pause();
    say('\n');
  }
}
