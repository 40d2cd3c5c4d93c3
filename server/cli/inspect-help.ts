export const INSPECT_HELP = `What Tracewell makes of texts, tracking numbers and tracking answers. Reads JSON lines on standard input and
writes one JSON line for each, in order; a line that can't be read gives {"error": …}, and the rest goes on.

  npm run -s inspect -- understand    {"text", "lang"?}        what a shopper means
  npm run -s inspect -- number        {"number"}               whose tracking number it may be
  npm run -s inspect -- status        {"provider", "payload"}  where a parcel is, by aftership, 17track, easypost or shippo

  echo '{"number":"RR123456785CN"}' | npm run -s inspect -- number`;
