import { useEffect, useState } from 'preact/hooks';
import type { AuditView } from '../../protocol/people.ts';
import { asRefusal, type Api } from '../shared/api.ts';
import { Button } from '../shared/button.tsx';
import { dayName, time } from '../shared/dates.ts';
import { Problem } from '../shared/problem.tsx';
import { href } from '../shared/router.ts';
import { word } from '../shared/words.ts';
import { deedOf } from './deeds.ts';

type Entry = AuditView['entries'][number];

/** What was done in this shop, newest first. It can be read, never changed. */
export function Audit({ api }: { api: Api }) {
  const [entries, setEntries] = useState<Entry[]>([]);
  const [before, setBefore] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function read(from: number | null): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const page = await api.audit(from);
      setEntries((known) => (from === null ? page.entries : [...known, ...page.entries]));
      setBefore(page.before);
    } catch (error) {
      setProblem(asRefusal(error).text);
    }
    setBusy(false);
  }
  useEffect(() => void read(null), []);

  return (
    <section class="topic" aria-labelledby="audit" aria-busy={busy}>
      <header>
        <h2 id="audit">{word('team.audit')}</h2>
        <p>{word('team.auditLead')}</p>
      </header>
      {entries.length === 0 && !busy && problem === null && <p class="hint">{word('team.noAudit')}</p>}
      {daysOf(entries).map(([day, those]) => (
        <div class="audit-day" key={day}>
          <h3>{day}</h3>
          <ol>
            {those.map((entry, index) => (
              <li key={index}>
                <time>{time(entry.at)}</time>
                <span>
                  <b dir="auto">{entry.actor}</b> {deedOf(entry)}
                  {entry.conversation !== null && (
                    <a href={href({ page: 'inbox', filter: 'all', conversation: entry.conversation })}>{word('team.toTalk')}</a>
                  )}
                </span>
              </li>
            ))}
          </ol>
        </div>
      ))}
      <Problem text={problem} />
      {(before !== null || problem !== null) && (
        <Button busy={busy} onClick={() => void read(before)}>
          {word(problem === null ? 'team.older' : 'shell.tryAgain')}
        </Button>
      )}
    </section>
  );
}

function daysOf(entries: Entry[]): [string, Entry[]][] {
  const days = new Map<string, Entry[]>();
  for (const entry of entries) {
    const day = dayName(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}
