import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ChatActions, ChatState } from '../state.ts';
import type { Word } from '../words.ts';

/** What every part of the panel may need; handed down once, at the root. */
export interface Chat {
  state: ChatState;
  actions: ChatActions;
  w: Word;
  /** Asks the frame to close the panel. */
  close: () => void;
  /** Says something to those who can't see what changed. */
  tell: (text: string) => void;
  openMenu: (page: MenuPage) => void;
}
export type MenuPage = 'all' | 'language' | 'startOver' | 'end';

export const ChatContext = createContext<Chat | null>(null);

export function useChat(): Chat {
  const chat = useContext(ChatContext);
  if (!chat) throw new Error('A part of the panel was drawn outside of it.');
  return chat;
}
