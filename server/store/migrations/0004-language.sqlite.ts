export const sqlite = `
-- Whose word the language of a talk is: the page's or the browser's, what the shopper wrote in, or their own choice.
ALTER TABLE conversations ADD COLUMN locale_by TEXT NOT NULL DEFAULT 'page';
`;
