import { plain, type Block } from './fill.ts';

/** The letter for those who read mail as text. */
export function asText({ blocks, open, foot }: { blocks: readonly Block[]; open: string; foot: string }): string {
  return `${[...blocks.map((block) => textOf(block, open)), `-- \n${foot}`].join('\n\n')}\n`;
}

/** Its paragraphs alone, for where the chat is already open. */
export function bodyText(blocks: readonly Block[]): string {
  return blocks
    .filter(({ kind }) => kind !== 'button')
    .map((block) => textOf(block, ''))
    .join('\n\n');
}

function textOf(block: Block, open: string): string {
  switch (block.kind) {
    case 'paragraph':
      return block.lines.map(plain).join('\n');
    case 'list':
      return [...(block.lead ? [plain(block.lead)] : []), ...block.items.map((item) => `- ${plain(item)}`)].join('\n');
    case 'button':
      return `${open}: ${block.url}`;
  }
}
