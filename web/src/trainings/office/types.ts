import type { Localised } from "../../shell/texts";

export interface Session { startsAt: string; endsAt: string }
export interface Eligibility { gender: string | null; minAge: number | null; maxAge: number | null; regions: string[] | null; ethnicGroups: string[] | null }
export interface Training {
  id: string; programme: string; programmeName: Localised; kind: "training" | "event"; state: "announced" | "open" | "closed" | "over" | "cancelled";
  title: Localised; description: Localised | null; village: string; placeNames: Localised[]; station: string | null; sessions: Session[];
  signUpOpensAt: string; signUpClosesAt: string; eligibility: Eligibility | null; hours: number; contact: string | null;
  capacity: number; confirmed: number; waiting: number;
}
export interface Listed { id: string; title: Localised; placeNames: Localised[]; startsAt: string; endsAt: string; capacity: number; confirmed: number; waiting: number }
export interface Enrolment { enrolment: string; name: string; state: "confirmed" | "waiting" | "cancelled"; position: number | null; ticket: string | null }
export interface RosterEntry extends Enrolment {
  number: number; phone: string | null; village: string | null; villageName: string; signedUpAt: string; sessions: number[]; attendedHours: number;
  certificate: string | null; rating: number | null; comment: string | null;
}
