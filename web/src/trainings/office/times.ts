// Forms speak Beijing time, wherever the phone thinks it is.
const ahead = 8 * 3_600_000; // ms

/** As an input of the type datetime-local shows it. */
export const localOf = (instant: string | number) => new Date(new Date(instant).getTime() + ahead).toISOString().slice(0, 16);

export const instantOf = (local: string) => new Date(`${local}:00+08:00`).toISOString();

export const today = () => localOf(Date.now()).slice(0, 10);

export const dayAfter = (day: string, days = 1) =>
  localOf(new Date(`${day}T00:00:00+08:00`).getTime() + days * 24 * 3_600_000).slice(0, 10);

/** 9:00–12:00, after the day. */
export const span = (startsAt: string, endsAt: string) => {
  const [start, end] = [localOf(startsAt), localOf(endsAt)];
  return `${Number(start.slice(5, 7))}/${Number(start.slice(8, 10))} ${start.slice(11)}–${end.slice(11)}`;
};
