// What the API says of trainings, as far as farmers' pages use it.
import type { Localised } from "../shell/texts";

export interface Session {
  startsAt: string;
  endsAt: string;
}

export interface Eligibility {
  gender: string | null;
  minAge: number | null;
  maxAge: number | null;
  regions: string[] | null;
  ethnicGroups: string[] | null;
}

export interface Listed {
  id: string;
  programmeName: Localised;
  kind: "training" | "event";
  title: Localised;
  placeNames: Localised[];
  startsAt: string;
  endsAt: string;
  signUpOpensAt: string;
  signUpClosesAt: string;
  hours: number;
  capacity: number;
  confirmed: number;
  waiting: number;
}

export interface Training extends Omit<Listed, "startsAt" | "endsAt"> {
  programme: string;
  village: string;
  station: string | null;
  state: "announced" | "open" | "closed" | "over" | "cancelled";
  description: Localised | null;
  sessions: Session[];
  eligibility: Eligibility | null;
  contact: string | null;
}

export interface Enrolment {
  enrolment: string;
  name: string;
  state: "confirmed" | "waiting" | "cancelled";
  position: number | null;
  ticket: string | null;
  /** One's own: only this phone knows, the name on the wire is a pseudonym. */
  self?: boolean;
}

export interface MyTraining extends Omit<Enrolment, "enrolment" | "name"> {
  training: Training;
  certificate: string | null;
  /** Another has signed me up, and I have not signed up myself. */
  isByAnother: boolean;
}

export interface Certificate {
  number: string;
  holder: string;
  programmeName: Localised;
  title: Localised;
  hours: number;
  issuedOn: string;
  valid: boolean;
}
