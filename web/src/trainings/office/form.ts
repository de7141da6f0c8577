// A training as a form has it.
import { dayAfter, instantOf, localOf, today } from "./times";
import type { Training } from "./types";

export interface Meeting {
  day: string;
  from: string;
  to: string;
}
export interface Form {
  programme: string;
  kind: string;
  title: string;
  titleKo: string;
  description: string;
  descriptionKo: string;
  village: string;
  station: string;
  sessions: Meeting[];
  opens: string;
  closes: string;
  capacity: string;
  hours: string;
  contact: string;
  gender: string;
  minAge: string;
  maxAge: string;
  regions: string[];
  ethnicGroups: string[];
  kept: Partial<Pick<Training, Kept>>;
}

// Parts of a course that this form does not show: a change leaves them as they are.
type Kept = "room" | "position" | "teachers" | "syllabus" | "materials" | "questions" | "admission" | "reserved" | "completion";

export const emptyForm = (): Form => ({
  programme: "new-professional-farmer",
  kind: "training",
  title: "",
  titleKo: "",
  description: "",
  descriptionKo: "",
  village: "",
  station: "",
  sessions: [{ day: dayAfter(today(), 7), from: "09:00", to: "11:30" }],
  opens: `${today()}T00:00`,
  closes: `${dayAfter(today(), 6)}T18:00`,
  capacity: "50",
  hours: "",
  contact: "",
  gender: "",
  minAge: "",
  maxAge: "",
  regions: [],
  ethnicGroups: [],
  kept: {},
});

export const formOf = (training: Training): Form => ({
  programme: training.programme,
  kind: training.kind,
  title: training.title.zh,
  titleKo: training.title.ko ?? "",
  description: training.description?.zh ?? "",
  descriptionKo: training.description?.ko ?? "",
  village: training.village,
  station: training.station ?? "",
  sessions: training.sessions.map(({ startsAt, endsAt }) => ({
    day: localOf(startsAt).slice(0, 10),
    from: localOf(startsAt).slice(11),
    to: localOf(endsAt).slice(11),
  })),
  opens: localOf(training.signUpOpensAt),
  closes: localOf(training.signUpClosesAt),
  capacity: String(training.capacity),
  hours: String(training.hours),
  contact: training.contact ?? "",
  gender: genderOf(training.eligibility?.gender),
  minAge: String(training.eligibility?.minAge ?? ""),
  maxAge: String(training.eligibility?.maxAge ?? ""),
  regions: training.eligibility?.regions ?? [],
  ethnicGroups: training.eligibility?.ethnicGroups ?? [],
  kept: keptOf(training),
});

const keptOf = ({ room, position, teachers, syllabus, materials, questions, admission, reserved, completion }: Training) => ({
  ...(room && { room }),
  ...(position && { position }),
  ...(teachers.length > 0 && { teachers }),
  ...(syllabus.length > 0 && { syllabus }),
  ...(materials.length > 0 && { materials }),
  ...(questions.length > 0 && { questions }),
  ...(reserved.length > 0 && { reserved }),
  ...(completion && { completion }),
  admission,
});

/** The one after: the next day at the same time. */
export const oneMore = (sessions: Meeting[]): Meeting[] => {
  const last = sessions[sessions.length - 1]!;
  return [...sessions, { ...last, day: last.day && dayAfter(last.day) }];
};

/** Of all meetings, in whole hours. */
export const hoursOf = (sessions: Meeting[]) =>
  Math.round(
    sessions.reduce(
      (sum, { day, from, to }) => sum + Math.max(0, (Date.parse(`${day}T${to}`) - Date.parse(`${day}T${from}`)) / 3_600_000 || 0),
      0,
    ),
  );

export type Fault = "noVillage" | "endsBeforeStart" | "notInOrder" | "closesBeforeOpening" | "ages";

/** What the fields cannot tell one by one. */
export const faultOf = (form: Form): Fault | null => {
  if (!form.village) return "noVillage";
  if (form.sessions.some(({ from, to }) => from >= to)) return "endsBeforeStart";
  if (form.sessions.some(({ day, from }, at) => at > 0 && `${day}T${from}` < `${form.sessions[at - 1]!.day}T${form.sessions[at - 1]!.to}`))
    return "notInOrder";
  if (form.opens >= form.closes) return "closesBeforeOpening";
  if (form.minAge && form.maxAge && Number(form.minAge) > Number(form.maxAge)) return "ages";
  return null;
};

export const requestOf = (form: Form) => {
  const both = (zh: string, ko: string) => ({ zh: zh.trim(), ko: ko.trim() || null });
  const limited = form.gender || form.minAge || form.maxAge || form.regions.length || form.ethnicGroups.length;
  return {
    ...form.kept,
    programme: form.programme,
    kind: form.kind,
    title: both(form.title, form.titleKo),
    description: form.description.trim() ? both(form.description, form.descriptionKo) : null,
    village: form.village,
    station: form.station || null,
    sessions: form.sessions.map(({ day, from, to }) => ({ startsAt: instantOf(`${day}T${from}`), endsAt: instantOf(`${day}T${to}`) })),
    signUpOpensAt: instantOf(form.opens),
    signUpClosesAt: instantOf(form.closes),
    capacity: Number(form.capacity),
    hours: form.hours === "" ? hoursOf(form.sessions) : Number(form.hours),
    contact: form.contact.trim() || null,
    eligibility: limited
      ? {
          gender: form.gender || null,
          minAge: form.minAge ? Number(form.minAge) : null,
          maxAge: form.maxAge ? Number(form.maxAge) : null,
          regions: form.regions.length ? form.regions : null,
          ethnicGroups: form.ethnicGroups.length ? form.ethnicGroups : null,
        }
      : null,
  };
};

const genderOf = (gender: string | null | undefined) => (gender === "male" ? "1" : gender === "female" ? "2" : (gender ?? ""));
