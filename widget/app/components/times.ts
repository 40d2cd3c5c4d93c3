/** 14:05 in the device's zone; by the 24 hours that the cards count by. */
export function clockTime(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** Today, yesterday, else weekday and date. */
export function dayName(at: number, locale: string): string {
  const days = Math.round((midnight(at) - midnight(Date.now())) / 86_400_000);
  if (days === 0 || days === -1) return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  return new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' }).format(at);
}

const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);
