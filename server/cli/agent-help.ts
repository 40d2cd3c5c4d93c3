export const AGENT_HELP = `People who answer at the desk.

  npm run agent -- add --email ada@shop.example --name "Ada Berg" [--role agent|lead|owner] [--key SHOP] [--link]
      Adds somebody and prints a password, once. With --link it prints a link instead, with which they choose their own;
      it works once, for a week. --key is needed where there are several shops.

  npm run agent -- list [--key SHOP]
      Who there is, with roles.

  npm run agent -- disable --email ada@shop.example
  npm run agent -- enable --email ada@shop.example
      Somebody who is disabled is signed out everywhere within seconds, and stays named in what they did.

  npm run agent -- reset --email ada@shop.example [--link]
      A new password, printed once; they are signed out everywhere. With --link: a link to choose one, for a day.

Where: DATABASE_URL for PostgreSQL, else the folder DATA_DIR (./data). PUBLIC_URL is the address in links.`;
