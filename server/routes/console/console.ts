/** `/api/console/*`: sign-in, people, settings. JSON only. */
import type { FastifyPluginCallback } from 'fastify';
import type { Links } from '../../people/links.ts';
import type { Folders } from '../../letters/folder.ts';
import type { OwnWordings } from '../../letters/own-wordings.ts';
import type { Printer } from '../../letters/printer.ts';
import type { People } from '../../people/people.ts';
import type { Clock, FilesProvider } from '../../providers/ports.ts';
import type { Store } from '../../store/port.ts';
import type { Wording } from '../../words/words.ts';
import type { Secrets } from '../../tracking/secrets.ts';
import { auditRoutes } from './audit-routes.ts';
import { createGate, type GateDeps } from './gate.ts';
import { letterRoutes } from './letter-routes.ts';
import { linkRoutes } from './link-routes.ts';
import { paperRoutes } from './paper-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { photoRoute } from './photo-route.ts';
import { sessionRoutes, type SessionRoutesDeps } from './session-routes.ts';
import { settingsRoutes } from './settings-routes.ts';
import { trackingRoutes } from './tracking-routes.ts';

export interface ConsoleDeps extends GateDeps, SessionRoutesDeps {
  links: Links;
  people: People;
  secrets: Secrets;
  store: Store;
  files: FilesProvider;
  ownWordings: OwnWordings;
  printer: Printer;
  folders: Folders;
  wording: Wording;
  clock: Clock;
}

export function consoleRoutes(deps: ConsoleDeps): FastifyPluginCallback {
  return (app, _options, done) => {
    // A form of another site can send text and form data unasked, but not JSON.
    app.removeAllContentTypeParsers();
    const parse = app.getDefaultJsonParser('error', 'error');
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, parsed) => {
      // Some clients name the type even where they send nothing.
      if (body === '') parsed(null, undefined);
      else void parse(request, String(body), parsed);
    });

    const gate = createGate(app, deps);
    sessionRoutes(gate, deps);
    linkRoutes(gate, deps);
    peopleRoutes(gate, deps.people);
    settingsRoutes(gate, deps);
    trackingRoutes(gate, deps);
    auditRoutes(gate, deps.store);
    photoRoute(gate, deps);
    letterRoutes(gate, deps);
    paperRoutes(gate, deps);
    gate.complete();
    done();
  };
}
