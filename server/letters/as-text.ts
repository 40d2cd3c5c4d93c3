import { plain, type Block } from './fill.ts';

/** The letter for those who read mail as text. */
export function asText({ blocks, open, foot }: { blocks: readonly Block[]; open: string; foot: string }): string {
  return `${[...blocks.map((block) => textOf(block, open)), `-- \n${foot}`].join('\n\n')}\n`;
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
