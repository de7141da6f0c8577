import type { Enrolment } from "../types";

export type { Eligibility, Enrolment, Listed, Session, Training } from "../types";

export interface RosterEntry extends Enrolment {
  number: number;
  phone: string | null;
  village: string | null;
  villageName: string;
  signedUpAt: string;
  sessions: number[];
  attendedHours: number;
  certificate: string | null;
  rating: number | null;
  comment: string | null;
}
