/** The drawings a text may name; each is a symbol in `widget/look/icons`. */
export type Icon =
  | 'door' | 'truck' | 'gate' | 'gap' | 'turn' | 'ask' | 'box' | 'clock' | 'shield' | 'check' | 'alert'
  | 'person' | 'mail' | 'doc' | 'sun' | 'bell' | 'camera' | 'pin' | 'house';
