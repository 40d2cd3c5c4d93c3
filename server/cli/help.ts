export const HELP = `Shops of this server.

  npm run store -- add --name NAME --origin URL [--origin URL] [--locale en] [--color #14532d]
      Adds a shop. Prints its key and the line for its pages. --origin: each address whose pages may open the chat.
      --locale may be given several times; the first is the one used where the shopper's own is not offered.

  npm run store -- list
      Shops with their keys and origins.

  npm run store -- set --key KEY --policy PATH=VALUE [--policy PATH=VALUE]
  npm run store -- set --key KEY --settings FILE.json
      Changes settings. PATH as in --policy promises.carrierAnswer=5 or --policy lostAfterDays=null.
      The file holds what is to change, in the shape of the settings: { "color": null, "policy": { "protectionDays": 75 } }.

  npm run store -- orders --key KEY --file orders.csv|orders.json [--skip-bad]
      Adds orders, or replaces those with the same number. A file with mistakes is not taken at all,
      unless --skip-bad leaves out what could not be read.

  npm run store -- secret --key KEY
      The secret with which the shop's server signs who its visitor is. Keep it off web pages.

  npm run store -- secret KEY NAME [--remove]
      Sets a key of a tracking service, read from standard input and never shown, or removes it.
      NAME: afterShip.key, afterShip.webhookSecret or seventeenTrack.key. Which service the shop asks is a setting:
      --settings with { "tracking": "afterShip" }, "seventeenTrack" or "none".

Where: DATABASE_URL for PostgreSQL, else the folder DATA_DIR (./data). PUBLIC_URL is the address in the snippet.`;
